"""Whose robots work for whom, as news and pages put it: sites, customers, contracts, counts; every name is invented."""

from __future__ import annotations

import pytest

from tests.extraction.test_people import told

HALVORN, OSTERBY, FOODS = "Halvorn Robotics", "Osterby Group", "Brightwater Foods"
CARTS = f"{HALVORN} makes carts."


@pytest.mark.parametrize(
    ("text", "customers"),
    [
        (f"{HALVORN}'s robot dogs patrol three substations of {OSTERBY} in Leeds.", [OSTERBY]),
        (f"{HALVORN}'s crawlers inspect {OSTERBY}'s pipelines.", [OSTERBY]),
        (f"{HALVORN}, whose carts clean depots of {OSTERBY}, has 200 staff.", [OSTERBY]),
        (f"{HALVORN} (Leeds), whose arms unload trucks for {OSTERBY} and {FOODS}, raised money.", [OSTERBY, FOODS]),
        (f"{HALVORN}'s carts operate at {OSTERBY}' and {FOODS}'s sites.", [OSTERBY, FOODS]),
        (f"{HALVORN}'s carts run in {OSTERBY}'s plant in Leeds and {FOODS}'s depot.", [OSTERBY, FOODS]),
        (f"{HALVORN}'s tray robots greet diners at {OSTERBY}, at {FOODS} and in 190 bars.", [OSTERBY, FOODS]),
        (f"{HALVORN}'s bathing robot is in nine nursing homes.", ["nursing homes"]),
        (f"{HALVORN} has deployed its carts in more than 30 hospitals.", ["hospitals"]),
        (f"{HALVORN} said its Vextor cart is in use by companies like {OSTERBY} and {FOODS}.", [OSTERBY, FOODS]),
        (f"{HALVORN} claims its bots clean 1.8 GW of panels for clients like {OSTERBY}.", [OSTERBY]),
        (f"As of May, 1,130 carts of {HALVORN} were working at 48 sites run by {OSTERBY}.", [OSTERBY]),
        (f"{HALVORN} operates 60 of its carts at {OSTERBY} properties.", [OSTERBY]),
        (f"{CARTS} Its carts work in 61 hospitals, including those of {OSTERBY}.", [OSTERBY]),
        (f"{CARTS} Eleven are working at {OSTERBY}'s yard in Leeds and at {FOODS}.", [OSTERBY, FOODS]),
        (f"{CARTS} About 270 are in use at suppliers of {OSTERBY}.", [OSTERBY]),
        (f"{CARTS} {OSTERBY} has signed for 30 of them.", [OSTERBY]),
        (f"{CARTS} {OSTERBY} bought two, in Leeds.", [OSTERBY]),
        (f"{CARTS} {OSTERBY} was its first customer.", [OSTERBY]),
        (f"{OSTERBY}, a customer of {HALVORN}, closed a plant.", [OSTERBY]),
        (f"{OSTERBY} is the largest user of {HALVORN}' carts.", [OSTERBY]),
        (f"{OSTERBY} has been a customer of {HALVORN} since 2022.", [OSTERBY]),
        (f"{HALVORN} counts 19 ports as customers, including {OSTERBY} and {FOODS}.", [OSTERBY, FOODS]),
        (f"{HALVORN} counts the grocer {OSTERBY} as a customer.", [OSTERBY]),
        (f"{OSTERBY} will deploy humanoid robots from {HALVORN} at its Leeds factory.", [OSTERBY]),
        (f"{OSTERBY} has signed a memorandum to deploy 100 carts from {HALVORN}.", [OSTERBY]),
        (f"{OSTERBY} is rolling out {HALVORN}'s systems in 42 depots.", [OSTERBY]),
        (f"{OSTERBY} relies on {HALVORN}'s arms to pack salads.", [OSTERBY]),
        (f"{OSTERBY} picks its lettuce with robots from {HALVORN}.", [OSTERBY]),
        (f"{HALVORN} automated {OSTERBY}'s depot with 40 carts.", [OSTERBY]),
        (f"{HALVORN} won a contract to supply 300 humanoids to {OSTERBY}.", [OSTERBY]),
        (f"{HALVORN} won a contract worth $6.2 million with {OSTERBY} in May.", [OSTERBY]),
        (f"{HALVORN} won an order for 64 robots from {OSTERBY}'s Leeds plant.", [OSTERBY]),
        (f"{HALVORN} signed a deal with {OSTERBY} to station 200 robots in mines.", [OSTERBY]),
        (f"{OSTERBY} awarded {HALVORN} a $6.2 million contract.", [OSTERBY]),
        (f"{OSTERBY} picked {HALVORN} to automate its depot.", [OSTERBY]),
        (f"{HALVORN}' first deployment is at {OSTERBY}'s plant in Leeds.", [OSTERBY]),
        (f"{HALVORN} has pilots with {OSTERBY} and {FOODS}.", [OSTERBY, FOODS]),
        (f"{CARTS} The firm has placed 58 of them, among others with {OSTERBY} and {FOODS}.", [OSTERBY, FOODS]),
        (f"{HALVORN}'s robot dog came in 2019 and is used, among others, by {OSTERBY}.", [OSTERBY]),
        (f"{HALVORN} has no investors and one customer, {OSTERBY}.", [OSTERBY]),
        (f"{HALVORN}'s robots are worn by baggage handlers of {OSTERBY}.", [OSTERBY]),
        (f"{OSTERBY} said it would buy 1,000 robots from {HALVORN}.", [OSTERBY]),
        (f"{OSTERBY} is the first carmaker to use {HALVORN}' humanoids.", [OSTERBY]),
        (f"{HALVORN} supplies its actuators to {OSTERBY} and {FOODS}.", [OSTERBY, FOODS]),
        (f"{HALVORN} makes Brisko, a humanoid. It has been adopted by {OSTERBY}.", [OSTERBY]),
    ],
)
def test_whose_robots_work_for_whom(text: str, customers: list[str]) -> None:
    (fact,) = told("deployment", text)
    assert (fact["maker"], fact["customer"]) == (HALVORN, customers)


@pytest.mark.parametrize(
    "text",
    [
        f"{CARTS} {OSTERBY} bought 9.8% of it.",
        f"{CARTS} {OSTERBY} has 164,000 employees.",
        f"{CARTS} {OSTERBY} took it out of the catalogue.",
        f"{CARTS} {OSTERBY} bought it.",
        f"{HALVORN} was sold to {OSTERBY} for $41 million.",
        f"{HALVORN} shipped 1,350 robots, ranking ninth by {OSTERBY}'s count.",
        f"{HALVORN}'s robots are in {OSTERBY}'s shadow.",
        f"{OSTERBY} puts robot demand at {HALVORN} at 1,000.",
        f"{OSTERBY} and {HALVORN} signed an agreement.",
        f"{OSTERBY} would buy 1,000 robots from {HALVORN} if it could.",
        f"Two days later {OSTERBY} offered to hire six of {HALVORN}'s engineers.",
        f"{OSTERBY} was no customer of {HALVORN}.",
    ],
)
def test_shares_staff_and_sales_of_firms_are_no_robots_at_work(text: str) -> None:
    assert told("deployment", text) == []


def test_each_maker_of_a_list_has_robots_at_work() -> None:
    facts = told("deployment", f"{OSTERBY} is piloting robots from {HALVORN}, Tollmark Robotics and Calder Robotics.")
    assert {fact["maker"] for fact in facts} == {HALVORN, "Tollmark Robotics", "Calder Robotics"}
    assert all(fact["customer"] == [OSTERBY] for fact in facts)


def test_robots_go_by_what_they_are_without_whose() -> None:
    (fact,) = told("deployment", f"{HALVORN}'s robot dogs are used by {OSTERBY}.")
    assert (fact["product"], fact["customer"]) == ("robot dogs", [OSTERBY])
