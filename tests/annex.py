"""Annex A of the method: 52 occupations of O*NET 30.2 with their interests, R I A S E C.

This information is from the O*NET 30.2 Database by the U.S. Department of Labor, Employment and
Training Administration (USDOL/ETA), used under the CC BY 4.0 licence, selected by us; USDOL/ETA has
not approved, endorsed or tested it.
"""

ANNEX_A = {
    "51-4121.00": (7.00, 2.08, 1.40, 1.08, 1.53, 3.65),  # Welder
    "47-2111.00": (7.00, 2.70, 1.24, 1.32, 1.81, 4.09),  # Electrician (installation)
    "49-2095.00": (7.00, 3.52, 1.00, 1.07, 1.30, 5.27),  # Substation & relay electrician
    "49-9051.00": (7.00, 2.66, 1.00, 1.28, 1.78, 3.80),  # Power-line installer
    "51-8013.00": (6.84, 2.84, 1.00, 1.25, 1.94, 5.11),  # Power plant operator (CHP)
    "51-8013.04": (7.00, 3.28, 1.00, 1.21, 1.77, 4.68),  # Hydro plant technician
    "49-9044.00": (7.00, 2.68, 1.59, 1.00, 1.09, 3.63),  # Millwright
    "49-9041.00": (7.00, 3.01, 1.01, 1.00, 1.17, 4.33),  # Industrial machinery mechanic
    "51-4041.00": (7.00, 3.70, 1.95, 1.16, 1.21, 4.40),  # Machinist
    "51-9161.00": (6.44, 2.88, 1.19, 1.00, 1.37, 5.39),  # CNC operator
    "49-3023.00": (7.00, 3.58, 1.00, 1.45, 1.60, 4.31),  # Auto mechanic
    "49-3021.00": (7.00, 1.60, 1.43, 1.06, 1.45, 3.34),  # Auto body repairer
    "51-9124.00": (6.98, 1.49, 2.11, 1.23, 1.05, 3.64),  # Vehicle painter
    "51-2031.00": (7.00, 2.69, 1.23, 1.00, 1.07, 4.39),  # Vehicle/machine assembler
    "51-2022.00": (7.00, 3.26, 1.70, 1.21, 1.00, 3.96),  # Electronics assembler
    "17-3024.00": (7.00, 4.38, 1.38, 1.00, 1.00, 4.58),  # Mechatronics technician
    "17-3024.01": (6.94, 3.88, 1.00, 1.13, 1.37, 4.67),  # Robotics technician
    "17-3028.00": (6.30, 4.13, 1.12, 1.56, 1.00, 5.59),  # Automation/calibration tech
    "51-9197.00": (7.00, 2.28, 1.00, 1.09, 1.00, 3.78),  # Tyre builder
    "51-9011.00": (6.57, 3.16, 1.00, 1.12, 1.27, 4.56),  # Chemical process operator
    "51-4051.00": (6.88, 2.75, 1.05, 1.01, 1.00, 3.97),  # Furnace operator
    "51-4023.00": (6.76, 1.67, 1.01, 1.01, 1.00, 3.96),  # Rolling mill operator
    "51-4071.00": (6.82, 2.27, 2.14, 1.05, 1.00, 3.50),  # Foundry moulder
    "47-5044.00": (7.00, 2.15, 1.00, 1.00, 1.00, 3.70),  # Underground loader operator
    "47-5022.00": (7.00, 2.40, 1.00, 1.00, 1.00, 3.55),  # Open-pit excavator operator
    "19-4043.00": (5.60, 5.18, 1.28, 1.46, 1.11, 5.34),  # Geological technician
    "47-2021.00": (6.95, 2.02, 1.67, 1.11, 1.21, 3.82),  # Bricklayer
    "47-2031.00": (6.75, 1.91, 2.18, 1.90, 1.79, 3.46),  # Carpenter
    "47-2152.00": (7.00, 2.20, 1.00, 1.16, 1.00, 3.72),  # Plumber-pipefitter
    "53-7021.00": (7.00, 2.22, 1.00, 1.19, 1.30, 3.94),  # Crane operator
    "17-3022.00": (5.75, 5.37, 2.88, 1.55, 2.00, 5.27),  # Civil engineering technician
    "17-3031.00": (5.94, 4.03, 1.91, 1.00, 1.00, 5.63),  # Surveying technician
    "51-8031.00": (6.75, 2.55, 1.00, 1.57, 1.62, 4.60),  # Water treatment operator
    "45-2091.00": (7.00, 2.50, 1.00, 1.00, 1.34, 3.67),  # Farm equipment operator
    "49-3041.00": (7.00, 3.02, 1.00, 1.30, 1.08, 4.30),  # Farm machinery mechanic
    "29-2056.00": (6.71, 5.26, 1.00, 3.02, 1.00, 4.56),  # Veterinary technician
    "35-2014.00": (5.63, 1.56, 2.71, 2.88, 3.69, 3.80),  # Cook
    "51-3011.00": (6.29, 1.66, 2.39, 1.73, 2.10, 4.20),  # Baker
    "35-3031.00": (4.12, 1.00, 1.84, 4.72, 4.06, 4.95),  # Waiter
    "51-6031.00": (6.78, 1.37, 1.75, 1.16, 1.15, 3.97),  # Sewing operator
    "51-6052.00": (5.88, 1.16, 3.96, 1.99, 2.44, 3.13),  # Tailor
    "27-1022.00": (4.34, 2.17, 7.00, 2.35, 3.96, 2.94),  # Fashion designer
    "19-4071.00": (6.53, 4.37, 1.00, 2.81, 2.47, 4.72),  # Forest ranger
    "27-4014.00": (5.14, 2.68, 4.45, 1.69, 2.16, 4.22),  # Sound engineer
    "27-2042.00": (2.87, 1.53, 6.66, 3.41, 3.42, 2.17),  # Musician
    "15-1252.00": (3.61, 6.05, 2.37, 1.81, 1.87, 5.62),  # Software developer
    "15-1231.00": (4.38, 4.61, 1.00, 2.28, 2.64, 5.45),  # Network technician
    "51-9061.00": (5.73, 3.42, 1.00, 1.00, 1.38, 5.36),  # Quality inspector
    "51-1011.00": (4.30, 1.58, 1.00, 2.87, 6.30, 5.05),  # Production foreman
    "49-9031.00": (7.00, 2.33, 1.16, 1.63, 1.36, 4.84),  # Appliance repairer
    "23-2011.00": (1.74, 5.04, 2.24, 3.12, 3.92, 5.28),  # Paralegal
    "13-1082.00": (1.48, 2.75, 1.57, 3.32, 6.30, 5.55),  # Project manager
}
