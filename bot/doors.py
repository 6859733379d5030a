"""EVERY DOOR ON ONE PAGE: which handler answers which intent, and the words after a slash."""

from bot.rooms.about import handlers as about
from bot.rooms.about import intents as me
from bot.rooms.announcements import handlers as announcements
from bot.rooms.announcements import intents as announce
from bot.rooms.answers import handlers as answers
from bot.rooms.answers import intents as answer
from bot.rooms.asking import handlers as asking
from bot.rooms.asking import intents as relay
from bot.rooms.care import handlers as care
from bot.rooms.care import intents as trouble
from bot.rooms.classes import handlers as classes
from bot.rooms.classes import intents as group
from bot.rooms.colleges import handlers as colleges
from bot.rooms.colleges import intents as college
from bot.rooms.compare import handlers as compare
from bot.rooms.compare import intents as beside
from bot.rooms.employers import handlers as employers
from bot.rooms.employers import intents as employer
from bot.rooms.figures import handlers as figures
from bot.rooms.figures import intents as figure
from bot.rooms.glossary import handlers as glossary
from bot.rooms.glossary import intents as word
from bot.rooms.home import handlers as home
from bot.rooms.home import intents as door
from bot.rooms.interests import handlers as interests
from bot.rooms.interests import intents as interest
from bot.rooms.missions import handlers as missions
from bot.rooms.missions import intents as mission
from bot.rooms.passports import handlers as passports
from bot.rooms.passports import intents as passport
from bot.rooms.privacy import handlers as privacy
from bot.rooms.privacy import intents as mine
from bot.rooms.professions import handlers as professions
from bot.rooms.professions import intents as profession
from bot.rooms.programmes import handlers as programmes
from bot.rooms.programmes import intents as programme
from bot.rooms.routes import handlers as routes
from bot.rooms.routes import intents as route
from bot.rooms.saved import handlers as saved
from bot.rooms.saved import intents as kept
from bot.rooms.search import handlers as search
from bot.rooms.search import intents as sentence
from bot.rooms.share import handlers as sharing
from bot.rooms.share import intents as share
from bot.rooms.share.offering import offered
from bot.rooms.staff import handlers as staff
from bot.rooms.staff import intents as crew
from bot.rooms.tasks import handlers as tasks
from bot.rooms.tasks import intents as task
from bot.rooms.voices import handlers as voices
from bot.rooms.voices import intents as voice
from bot.turn import Doors, Router
from bot.ui import Intent

EVERYONE: Doors = {
    door.GoHome: home.home,
    door.OpenHelp: home.help_page,
    door.OpenSettings: home.settings,
    door.Speak: home.speak,
    me.OpenAbout: about.about,
    me.TellRole: about.tell_role,
    me.ChooseGrade: about.grades,
    me.TellGrade: about.tell_grade,
    me.ChooseHome: about.regions,
    me.TellHome: about.tell_home,
    me.TakeBack: about.take_back,
    mine.OpenPrivacy: privacy.privacy,
    mine.OpenSubjects: privacy.subjects,
    mine.OpenSubject: privacy.subject,
    mine.OpenConsents: privacy.consents,
    mine.OpenReceipt: privacy.receipt,
    mine.TakeBackConsent: privacy.take_back,
    mine.OpenMine: privacy.mine,
    mine.SendMine: privacy.send_mine,
    mine.AskForget: privacy.ask_forget,
    mine.ForgetMe: privacy.forget,
    group.OpenJoined: classes.joined,
    group.TypeCode: classes.typed,
    group.OpenClass: classes.invited,
    group.JoinClass: classes.join,
    group.LeaveClass: classes.leave,
    group.OpenLeague: classes.league,
    group.PlayLeague: classes.play,
    group.StopLeague: classes.stop,
    crew.OpenInvitation: staff.invitation,
    crew.AgreeToRules: staff.agree,
    crew.AcceptInvitation: staff.accept,
    announce.PressKey: announcements.getting.press,
    announce.AnswerAnnouncement: announcements.getting.answer,
    announce.OpenTopics: announcements.getting.topics,
    announce.MuteTopic: announcements.getting.mute,
    announce.SwitchOff: announcements.getting.switch_off,
    announce.UnmuteTopic: announcements.getting.unmute,
    sentence.Find: search.find,
    sentence.OpenRegion: search.region,
    sentence.OpenThere: search.there,
    profession.OpenProfessions: professions.directions,
    profession.OpenWays: professions.ways,
    profession.OpenRegions: professions.regions,
    profession.BrowseDirection: professions.direction,
    profession.BrowseRegion: professions.region,
    profession.OpenSubjects: professions.subjects,
    profession.BrowseSubject: professions.subject,
    profession.OpenTraits: professions.traits,
    profession.BrowseTrait: professions.trait,
    profession.OpenAlike: professions.alike,
    profession.OpenProfession: professions.card,
    profession.ReadProfession: professions.read,
    profession.ProfessionEmployers: professions.employers,
    profession.ProfessionColleges: professions.colleges,
    profession.Surprise: professions.surprise,
    profession.SaveProfession: professions.save,
    profession.ForgetProfession: professions.forget,
    college.OpenColleges: colleges.regions,
    college.BrowseColleges: colleges.region,
    college.CollegeDirections: colleges.directions,
    college.CollegeTrades: colleges.trades,
    college.CollegesDual: colleges.dual,
    college.CollegesAfter: colleges.after,
    college.CollegesNear: colleges.how_near,
    college.ShareSpot: colleges.near,
    college.OpenCollege: colleges.card,
    college.CollegeProfessions: colleges.professions,
    college.AskCollege: colleges.ask,
    college.SaveCollege: colleges.save,
    college.ForgetCollege: colleges.forget,
    employer.OpenEmployers: employers.ways,
    employer.BrowseEmployers: employers.region,
    employer.BrowseRole: employers.role,
    employer.OpenEmployer: employers.card,
    employer.EmployerProfessions: employers.professions,
    employer.SaveEmployer: employers.save,
    employer.ForgetEmployer: employers.forget,
    programme.OpenProgrammes: programmes.kinds,
    programme.BrowseProgrammes: programmes.kind,
    programme.OpenProgramme: programmes.card,
    programme.ReadProgramme: programmes.read,
    programme.SaveProgramme: programmes.save,
    programme.ForgetProgramme: programmes.forget,
    figure.OpenFigures: figures.regions,
    figure.BrowseFigures: figures.region,
    figure.OpenFigure: figures.card,
    figure.ChooseFigure: figures.choose,
    figure.CompareFigures: figures.compare,
    passport.OpenPassport: passports.passport,
    passport.OpenArticles: passports.articles,
    passport.OpenArticle: passports.article,
    kept.OpenSaved: saved.shelf,
    kept.OpenNotes: saved.notes,
    kept.OpenNote: saved.note,
    kept.WriteNote: saved.write,
    kept.DropNote: saved.drop,
    beside.CompareWith: compare.choose,
    beside.CompareTwo: compare.two,
    beside.CompareSaved: compare.kept,
    route.OpenRoutes: routes.grades,
    route.ChooseWay: routes.ways,
    route.OpenRoute: routes.route,
    route.AskBefore: routes.ask,
    interest.OpenInterests: interests.begin_page,
    interest.ReadMethod: interests.method,
    interest.BeginInterests: interests.begin,
    interest.BeginYoung: interests.begin_young,
    interest.AskNext: interests.ask,
    interest.AskAgain: interests.again,
    interest.Rate: interests.rate,
    interest.PickSide: interests.pick_side,
    interest.PickBest: interests.best,
    interest.PickWorst: interests.worst,
    interest.PickAgain: interests.repick,
    interest.AskMore: interests.more,
    interest.OpenResult: interests.result,
    interest.ReadResult: interests.read,
    interest.ShowRadar: interests.picture,
    interest.TellResult: interests.tell,
    interest.SuggestMissions: interests.shifts,
    interest.OpenValues: interests.matters,
    interest.PickValue: interests.pick_value,
    interest.DropValue: interests.drop,
    interest.OpenHistory: interests.history,
    mission.OpenMissions: missions.missions,
    mission.BrowseMissions: missions.setting,
    mission.MissionsOf: missions.of,
    mission.OpenMission: missions.card,
    mission.BeginMission: missions.begin,
    mission.OpenShift: missions.shift,
    mission.Choose: missions.choose,
    mission.TypeChoice: missions.typed,
    mission.OpenLearned: missions.learned,
    mission.Like: missions.like,
    mission.Imagine: missions.imagine,
    mission.WriteEntry: missions.write,
    mission.OpenJournal: missions.journal,
    mission.OpenEntry: missions.entry,
    mission.AskDrop: missions.ask_drop,
    mission.DropEntry: missions.drop,
    mission.ExportJournal: missions.export,
    mission.OpenTried: missions.tried,
    mission.OpenGames: missions.games,
    mission.OpenGame: missions.game,
    mission.PlayGame: missions.play,
    trouble.OpenCare: care.card,
    relay.OpenAsk: asking.ask,
    relay.WriteQuestion: asking.write,
    relay.OpenDraft: asking.draft,
    relay.DropQuestion: asking.drop,
    relay.SendQuestion: asking.send,
    relay.OpenAsked: asking.asked,
    relay.OpenThread: asking.thread,
    task.OpenTasks: tasks.families,
    task.OpenFamily: tasks.family,
    task.OpenUses: tasks.uses,
    task.BeginTasks: tasks.begin,
    task.NextTask: tasks.ask,
    task.SolveTask: tasks.solve,
    task.ReadTask: tasks.read,
    task.OpenSolved: tasks.result,
    task.OpenLevels: tasks.levels,
    answer.OpenAnswers: answers.questions,
    answer.OpenAnswer: answers.answer,
    word.OpenGlossary: glossary.words,
    word.OpenTerm: glossary.term,
    voice.OpenVoices: voices.voices,
    voice.OpenVoice: voices.voice,
    share.OpenShare: sharing.share,
    share.ShowCard: sharing.card,
    share.ShowCode: sharing.code,
    share.ShowMap: sharing.map_of,
    share.ShowTown: sharing.town,
}

COUNSELORS: Doors = {
    group.OpenClasses: classes.classes,
    group.NewClass: classes.grades,
    group.NameClass: classes.name,
    group.MakeClass: classes.make,
    group.OpenLed: classes.led,
    group.ShowInvite: classes.invite,
    group.OpenPicture: classes.picture,
    group.ChooseNickname: classes.nicknames,
    group.TakeNickname: classes.take_nickname,
    group.LeaveLeague: classes.leave_league,
    group.AskClose: classes.ask_close,
    group.CloseClass: classes.close,
    announce.OpenAnnouncements: announcements.drafting.listed,
    announce.NewAnnouncement: announcements.drafting.new,
    announce.OpenSuggestions: announcements.suggesting.shifts,
    announce.SuggestShift: announcements.suggesting.suggest,
    announce.OpenWords: announcements.drafting.words,
    announce.WriteWords: announcements.drafting.write,
    announce.DropWords: announcements.drafting.drop_words,
    announce.SpeakInstead: announcements.drafting.speak_instead,
    announce.OpenTopic: announcements.drafting.topic,
    announce.SetTopic: announcements.drafting.set_topic,
    announce.AskDropDraft: announcements.drafting.ask_drop,
    announce.DropDraft: announcements.drafting.drop,
    announce.OpenAttached: announcements.adding.files,
    announce.Attach: announcements.adding.attach,
    announce.Detach: announcements.adding.detach,
    announce.OpenKeys: announcements.adding.keys,
    announce.AddKey: announcements.adding.add_key,
    announce.DropKey: announcements.adding.drop_key,
    announce.OpenAsk: announcements.timing.ask,
    announce.AskFor: announcements.timing.ask_for,
    announce.AskNothing: announcements.timing.ask_nothing,
    announce.TypeDue: announcements.timing.due,
    announce.OpenWhen: announcements.timing.when,
    announce.TypeWhen: announcements.timing.type_when,
    announce.SendAtOnce: announcements.timing.at_once,
    announce.OpenAudience: announcements.choosing.whom,
    announce.OpenPart: announcements.choosing.part,
    announce.Include: announcements.choosing.include,
    announce.Exclude: announcements.choosing.exclude,
    announce.TypeSaved: announcements.choosing.type_saved,
    announce.Preview: announcements.sending.preview,
    announce.SendAnnouncement: announcements.sending.send,
    announce.SendAnyway: announcements.sending.send_anyway,
    announce.OpenWaiting: announcements.sending.waiting,
    announce.Confirm: announcements.sending.confirm,
    announce.Refuse: announcements.sending.refuse,
    announce.OpenAnnouncement: announcements.following.announcement,
    announce.PauseAnnouncement: announcements.following.pause,
    announce.ResumeAnnouncement: announcements.following.resume,
    announce.AskCancel: announcements.following.ask_cancel,
    announce.CancelAnnouncement: announcements.following.cancel,
    announce.SendToMissed: announcements.following.missed,
    announce.AskRecall: announcements.following.ask_recall,
    announce.RecallAnnouncement: announcements.following.recall,
    announce.EditSent: announcements.following.edit,
    announce.ExportReport: announcements.following.export,
}

ADMINS: Doors = {
    announce.SetPaid: announcements.timing.set_paid,
    crew.OpenStaff: staff.staff,
    crew.OpenInvite: staff.regions,
    crew.InviteInto: staff.school,
    crew.InviteRegion: staff.invite_region,
    crew.InviteSchool: staff.invite_school,
    crew.OpenInvitations: staff.invitations,
    crew.Revoke: staff.revoke,
    crew.OpenMembers: staff.members,
    crew.OpenMember: staff.member,
    crew.ChooseHeir: staff.heirs,
    crew.HandOver: staff.hand_over,
    crew.AskEnd: staff.ask_end,
    crew.EndMember: staff.end,
    crew.OpenTrail: staff.trail,
}

COMMANDS: dict[str, Intent] = {
    "start": door.GoHome(),
    "test": interest.OpenInterests(),
    "missions": mission.OpenMissions(),
    "tasks": task.OpenTasks(),
    "professions": profession.OpenProfessions(),
    "colleges": college.OpenColleges(),
    "employers": employer.OpenEmployers(),
    "programmes": programme.OpenProgrammes(),
    "figures": figure.OpenFigures(),
    "saved": kept.OpenSaved(),
    "questions": answer.OpenAnswers(),
    "ask": relay.OpenAsk(),
    "glossary": word.OpenGlossary(),
    "sources": passport.OpenArticles(),
    "settings": door.OpenSettings(),
    "sos": trouble.OpenCare(),
    "privacy": mine.OpenPrivacy(),
    "mydata": mine.OpenMine(),
    "forget": mine.AskForget(),
    "help": door.OpenHelp(),
}

STAFF_COMMANDS: dict[str, Intent] = {
    "announce": announce.OpenAnnouncements(),
    "classes": group.OpenClasses(),
    "staff": crew.OpenStaff(),
}  # in nobody's menu; whom they are closed to is told so

ROUTER = Router(
    doors=EVERYONE,
    commands=COMMANDS | STAFF_COMMANDS,
    typed=sentence.Find(),
    shared=college.ShareSpot(),
    lost=home.lost,
    offer=offered,
    watch=care.watched,
    staff={"counselor": COUNSELORS, "admin": {**COUNSELORS, **ADMINS}},
)
