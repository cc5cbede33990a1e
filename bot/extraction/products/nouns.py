"""What robots, models, platforms, components and services are called."""

from __future__ import annotations

import re

KINDS = {
    "robot": "robot humanoid arm quadruped dog exoskeleton cobot drone mower machine vacuum cleaner picker truck "
    "forklift rover walker vehicle biped cart "
    "crawler harvester dishwasher scrubber assistant companion bot android depalletiser palletizer "
    "palletiser hexapod toy wheelchair shuttle manipulator "
    "plucker peeler carrier cupboard prototype barista lawnmower wheelbarrow amr agv exosuit butler tutor unit wheeler",
    "model": "model vla llm brain models weights policy intelligence mind foundation-model algorithm",
    "platform": "platform simulator sdk framework dataset toolkit os system software suite library engine benchmark "
    "stack simulation environment initiative api code",
    "component": "chip sensor hand gripper actuator controller module lidar camera skin reducer joint gear motor leg "
    "servo battery board processor encoder "
    "finger wrist component part screw bearing kit box chipset gearbox gears",
    "service": "service subscription app marketplace cloud store shop centre center leasing rental",
}
KIND_OF = {noun: kind for kind, nouns in KINDS.items() for noun in nouns.split()}
_NOUNS = "|".join(sorted((re.escape(n) for n in KIND_OF), key=lambda n: (-len(n), n)))
PRODUCT_NOUN = rf"(?:{_NOUNS}|humanoids?|robot(?:ics)? line|machines?|vehicles?)s?"
ROBOT_NOUN = (
    r"(?:robots?|humanoids?|machines?|arms?|cobots?|quadrupeds?|drones?|carts?|crawlers?|bots?|"
    r"exoskeletons?|scrubbers?|vehicles?|trucks?|forklifts?|"
    r"carriers?|grippers?|hands?|amrs?|AMRs?|agvs?|AGVs?|mowers?|cleaners?|harvesters?|pickers?|"
    r"palleti[sz]ers?|depalleti[sz]ers?|trays?|rovers?|shuttles?|cells?|"
    r"units?|sets|rigs?|systems?|tutors?|walkers?|excavators?|tractors?|welders?|androids?|bipeds?|"
    r"manipulators?|software|wheelchairs?|dogs?|types|pluckers?|peelers?)"
)
GENERIC = {
    "robot", "robots", "machine", "machines", "unit", "units", "set", "sets", "system", "systems", "humanoid",
    "humanoids", "arm", "arms", "hand", "hands", "software", "vehicle", "vehicles", "cell", "cells", "types",
    "technology",
}  # fmt: skip
