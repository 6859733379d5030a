// The line to the playground's control API.

export async function read(path) {
  return answered(await fetch(`/playground${path}`));
}

export async function write(path, wish = {}, method = "POST") {
  const headers = { "Content-Type": "application/json" };
  return answered(await fetch(`/playground${path}`, { method, headers, body: JSON.stringify(wish) }));
}

export function act(person, name, wish = {}) {
  return write(`/people/${person}/${name}`, wish);
}

async function answered(response) {
  const told = await response.json();
  if (!response.ok) throw new Error(told.description ?? response.statusText);
  return told;
}
