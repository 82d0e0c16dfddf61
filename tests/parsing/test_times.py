"""What each time of a sentence comes to: rows of (text, values), against one publication day.

The values are written in the order of the text, with spaces between. Wednesday 18 May 2022 is the
day of publication unless a table says otherwise.
"""

from __future__ import annotations

import datetime as dt

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.languages.profile import load_profile
from newsmodel.model import EDTF
from newsmodel.parsing.times import Relation, TimeSpan, find
from newsmodel.parsing.tokens import tokenize

PUBLISHED = "2022-05-18"


def spans_of(language: str, text: str, published: str | None = PUBLISHED) -> list[TimeSpan]:
    profile = load_profile(language)
    words = profile.words
    tokens = tokenize(text, words.abbreviations, words.number_abbreviations)
    return find(tokens, profile, EDTF(published) if published is not None else None)


def read(language: str, text: str, published: str | None = PUBLISHED) -> str:
    spans = spans_of(language, text, published)
    return " ".join(str(span.reference) for span in spans if span.reference is not None)


DUTCH_DATES = [
    ("Op 5 september 2014 tekenden ze het akkoord.", "2014-09-05"),
    ("De brug viel op 3 maart 2021 in handen van het leger.", "2021-03-03"),
    ("Het verdrag dateert van 12/03/2019 en geldt nog.", "2019-03-12"),
    ("Het verdrag werd op 08-10-2020 getekend.", "2020-10-08"),
    ("Het verdrag werd op 8.10.2020 getekend.", "2020-10-08"),
    ("Bijgewerkt: 2021-11-30", "2021-11-30"),
    ("Op 1 okt. 2020 landden de eerste mariniers.", "2020-10-01"),
    ("De 22e juli kwam het konvooi aan.", "2021-07-22"),
    ("Op de tweede van mei kwam het konvooi aan.", "2022-05-02"),
    ("Sinds 24 februari woedt er oorlog.", "2022-02-24/.."),
    ("Donderdag 19 mei vertrekt de vloot.", "2022-05-19"),
    ("Op dinsdag 10 mei vielen er granaten.", "2022-05-10"),
    ("In september 2015 kwam hij aan de macht.", "2015-09"),
    ("Het bevel kwam in juni van 1992.", "1992-06"),
    ("In 2019 stonden hier nog tenten.", "2019"),
    ("In 1999 vielen bommen op de haven.", "1999"),
    ("Het leger greep in 2013 en 2014 niet in.", "2013 2014"),
    ("Hij regeert al sinds 1994.", "1994/.."),
    ("De verkiezingen van 2019 werden betwist.", "2019"),
    ("Hij werd in het jaar 2008 verkozen.", "2008"),
    ("In de jaren negentig stonden er tanks.", "1990/1999"),
    ("In de jaren '80 stonden er raketten.", "1980/1989"),
    ("Begin jaren zestig kwam de basis er.", "1960/1962"),
    ("De vesting dateert uit de 17e eeuw.", "1600/1699"),
    ("In Q1 2021 kwamen er schepen bij.", "2021-01/2021-03"),
    ("In het eerste kwartaal van 2021 daalde de sterkte.", "2021-01/2021-03"),
    ("De tweede helft van 2020 bleef het kalm.", "2020-07/2020-12"),
    ("Ze kwamen in de zomer van 2020.", "2020-22"),
    ("In de winter van 2020-2021 lag alles stil.", "2020-24"),
    ("De eerste week van maart 2021 bleef het kalm.", "2021-03-01/2021-03-07"),
    ("Op de laatste maandag van april 2021 keerden ze terug.", "2021-04-26"),
    ("Week 31 van 2021 was de zwaarste.", "2021-08-02/2021-08-08"),
]
DUTCH_RELATIVE = [
    ("Gisteren landde een toestel in Gao.", "2022-05-17"),
    ("Eergisteren was de post nog bemand.", "2022-05-16"),
    ("Vandaag begint de oefening.", "2022-05-18"),
    ("Vanochtend schoot de artillerie.", "2022-05-18"),
    ("Gisteravond werd er geschoten.", "2022-05-17"),
    ("Morgen vaart het fregat uit.", "2022-05-19"),
    ("Overmorgen vaart het fregat uit.", "2022-05-20"),
    ("De kapitein stuurde maandag twee sloepen.", "2022-05-16"),
    ("Vrijdagavond trokken tanks de grens over.", "2022-05-13"),
    ("Woensdag brak er brand uit in het depot.", "2022-05-18"),
    ("De fregatten zijn donderdag vertrokken.", "2022-05-12"),
    ("De fregatten zullen donderdag vertrekken.", "2022-05-19"),
    ("De fregatten zouden zondag terugkeren.", "2022-05-22"),
    ("Hij kondigde aan dat er vrijdag versterking komt.", "2022-05-20"),
    ("De commandant wil zaterdag al vertrekken.", "2022-05-21"),
    ("Hij zei maandag dat de troepen vrijdag vertrekken.", "2022-05-16 2022-05-20"),
    ("Afgelopen maandag sneuvelden twee mannen.", "2022-05-16"),
    ("Vorige vrijdag sneuvelden twee mannen.", "2022-05-13"),
    ("Komende zondag sluit de basis.", "2022-05-22"),
    ("Volgende dinsdag sluit de basis.", "2022-05-24"),
    ("Dinsdag van vorige week viel het dorp.", "2022-05-10"),
    ("De aanval van dinsdag kostte tien levens.", "2022-05-17"),
    ("Zaterdag en zondag bleef het rustig.", "2022-05-14 2022-05-15"),
    ("Vorige week verdween een patrouille.", "2022-05-09/2022-05-15"),
    ("Deze week kwam er niemand.", "2022-05-16/2022-05-22"),
    ("Volgende week komt er een konvooi.", "2022-05-23/2022-05-29"),
    ("Vorige maand verdween een patrouille.", "2022-04"),
    ("Volgende maand komt er een bataljon.", "2022-06"),
    ("Vorig jaar stonden hier nog tenten.", "2021"),
    ("Dit jaar komen er dertig tanks bij.", "2022"),
    ("Vorig weekend vielen er schoten.", "2022-05-14/2022-05-15"),
    ("In het weekend vielen er schoten.", "2022-05-14/2022-05-15"),
    ("Dit weekend oefent de vloot.", "2022-05-21/2022-05-22"),
    ("In oktober werden de tanks verplaatst.", "2021-10"),
    ("In april hielden de landen een oefening.", "2022-04"),
    ("Nederland stuurt in augustus een compagnie.", "2022-08"),
    ("In november keert de laatste eenheid terug.", "2022-11"),
    ("Sinds oktober ligt het schip in de haven.", "2021-10/.."),
    ("Vanaf september bewaken zij het luchtruim.", "2022-09/.."),
    ("Begin dit jaar viel de stad.", "2022-01/2022-04"),
    ("Eind vorig jaar viel de stad.", "2021-09/2021-12"),
    ("Begin mei viel de brug.", "2022-05-01/2022-05-10"),
    ("Half juni begint de oefening.", "2022-06-11/2022-06-20"),
    ("Eind maart viel de brug.", "2022-03-21/2022-03-31"),
    ("Medio 2021 was de kazerne leeg.", "2021-05/2021-08"),
    ("Eerder deze week viel de brug.", "2022-05-16/2022-05-17"),
    ("Later deze maand valt de beslissing.", "2022-05-18/2022-05-31"),
    ("Deze zomer volgen er nog honderd.", "2022-22"),
    ("Vorige winter bevroor de rivier.", "2021-24"),
    ("Komend najaar sluit de kazerne.", "2022-23"),
    ("Volgend voorjaar komen ze terug.", "2023-21"),
    ("Drie dagen geleden landde er een vliegtuig.", "2022-05-15"),
    ("Twee weken geleden landde er een vliegtuig.", "2022-05-04"),
    ("Een jaar geleden viel de hoofdstad.", "2021-05-18~"),
    ("Anderhalf jaar geleden viel de hoofdstad.", "2020-11-18~"),
    ("Over een maand vertrekt de brigade.", "2022-06-18~"),
    ("Over tien dagen vertrekt de brigade.", "2022-05-28"),
    ("Binnen twee weken moet de basis leeg zijn.", "2022-05-18/2022-06-01"),
    ("De voorbije drie maanden sneuvelden er veertig.", "2022-02-18/2022-05-18"),
    ("De komende vijf dagen blijft het gevaarlijk.", "2022-05-19/2022-05-23"),
    ("Het afgelopen jaar sneuvelden er veertig.", "2021-05-18/2022-05-18"),
    ("Van 3 tot en met 5 juni oefenen ze samen.", "2022-06-03/2022-06-05"),
    ("De top duurt van 28 juni tot 2 juli.", "2022-06-28/2022-07-02"),
    ("Tussen maandag en woensdag vielen er raketten.", "2022-05-16/2022-05-18"),
    ("Op 4 en 5 mei waren de kazernes dicht.", "2022-05-04/2022-05-05"),
    ("Van 2014 tot 2018 leidde hij de vloot.", "2014/2018"),
    ("Tussen april en juni 2021 lag het schip stil.", "2021-04/2021-06"),
    ("Tot eind juni blijven ze in de haven.", "../2022-06-30"),
    ("Vóór 1 juli moeten ze weg zijn.", "../2022-07-01"),
    ("Tegen Kerstmis zijn ze thuis.", "2022-12-25"),
    ("Met Pasen zwegen de wapens.", "2022-04-17"),
    ("Op Pinksteren zwijgen de wapens.", "2022-06-05"),
    ("Met Kerstmis vorig jaar sliepen ze in tenten.", "2021-12-25"),
    ("Sinds Nieuwjaar is de grens dicht.", "2022-01-01/.."),
    ("Sinds eind februari is de grens dicht.", "2022-02-21/.."),
    ("Vanaf volgende week varen er vier schepen.", "2022-05-23/.."),
    ("Het kabinet beloofde in juli een bataljon te sturen.", "2022-07"),
    ("Het moest vorige maand al klaar zijn.", "2022-04"),
    ("In mei vorig jaar sloot de basis.", "2021-05"),
    ("De basis sloot vorig jaar in mei.", "2021-05"),
    ("Eind mei vorig jaar sloot de basis.", "2021-05-21/2021-05-31"),
    ("In het najaar van volgend jaar gaat de basis open.", "2023-23"),
    ("Volgend jaar mei gaat de basis open.", "2023-05"),
    ("De basis is van 4 tot 23 volgende maand dicht.", "2022-06-04/2022-06-23"),
    ("De derde week van volgende maand is de basis dicht.", "2022-06-13/2022-06-19"),
    ("De oefening begint over twee weken.", "2022-06-01"),
    ("Twee maanden na Pasen viel de stad.", "2022-06-17"),
    ("Eind deze week valt de beslissing.", "2022-05-20/2022-05-22"),
]
DUTCH_ANAPHORA = [
    ("Maandag viel Djibo. Een dag later kwam er hulp.", "2022-05-16 2022-05-17"),
    ("Op 3 mei viel Djibo. Twee dagen eerder was er al paniek.", "2022-05-03 2022-05-01"),
    ("Op 3 mei viel Djibo. De volgende dag kwam er hulp.", "2022-05-03 2022-05-04"),
    ("Op 3 mei viel Djibo. De dag ervoor was het stil.", "2022-05-03 2022-05-02"),
    ("Zondag viel Djibo. Eerder op de dag was het stil.", "2022-05-15 2022-05-15"),
    ("In 1999 viel Djibo. Dat jaar was zwaar.", "1999 1999"),
    ("In maart 2001 viel Djibo. Die maand was zwaar.", "2001-03 2001-03"),
]
DUTCH_NONE = [
    "De komende weken haalt Parijs zijn troepen terug.",
    "Een paar weken geleden was alles nog stil.",
    "Er kwamen 2019 soldaten bij.",
    "Resolutie 1701 regelt de terugtrekking.",
    "Zo'n 2000 man lag in de loopgraven.",
    "Generaal Tom de Winter en kapitein Zomer bleven.",
    "Mei Li en Augustus Smits kwamen niet.",
    "Goede morgen, zei de kapitein.",
    "De krant De Morgen schreef het.",
    "'s Morgens om 9 uur gaat de poort open.",
    "Elke maandag is er parade.",
    "Iedere zomer vaart de vloot uit.",
    "De kapitein bleef twee jaar weg.",
    "Het was de zwaarste storm in tien jaar.",
    "De F-16 en de A400M landden met 155 mm-granaten.",
    "Om 17.40 uur was het voorbij.",
    "De stand was 2-1 na de rust.",
    "De winkel is 24/7 open.",
    "Het kostte 1.950 euro.",
    "Meer dan 1990 doden telde het rapport.",
    "De eerste minister bleef thuis.",
    "De tweede brigade bleef thuis.",
    "Zes maanden lang bleef het stil.",
    "De minister van Defensie zat vooraan.",
    "Een dag eerder dan gepland was het klaar.",
]
ENGLISH_DATES = [
    ("On 5 September 2014 they signed the deal.", "2014-09-05"),
    ("The bridge fell on March 3, 2021.", "2021-03-03"),
    ("The treaty of 03/12/2019 still holds.", "2019-03-12"),
    ("The treaty of 13/03/2019 still holds.", "2019-03-13"),
    ("Updated: 2021-11-30", "2021-11-30"),
    ("Marines landed on Oct. 1, 2020, near the port.", "2020-10-01"),
    ("The convoy arrived on the 22nd of July.", "2021-07-22"),
    ("The convoy arrived on May 5th.", "2022-05-05"),
    ("War has raged since February 24.", "2022-02-24/.."),
    ("The fleet will leave on Thursday, May 19.", "2022-05-19"),
    ("Shells fell on Tuesday, 10 May.", "2022-05-10"),
    ("He took power in September 2015.", "2015-09"),
    ("The order came in June of 1992.", "1992-06"),
    ("There were tents here in 2019.", "2019"),
    ("In 1999 bombs fell on the port.", "1999"),
    ("The army stayed out in 2013 and 2014.", "2013 2014"),
    ("He has ruled since 1994.", "1994/.."),
    ("The 2019 elections were disputed.", "2019"),
    ("The elections of 2019 were disputed.", "2019"),
    ("He was elected in the year 2008.", "2008"),
    ("Tanks stood here in the 1990s.", "1990/1999"),
    ("Rockets stood here in the eighties.", "1980/1989"),
    ("The base was built in the early 1960s.", "1960/1962"),
    ("The fort dates from the 17th century.", "1600/1699"),
    ("Ships were added in Q1 2021.", "2021-01/2021-03"),
    ("Strength fell in the first quarter of 2021.", "2021-01/2021-03"),
    ("It stayed calm in the second half of 2020.", "2020-07/2020-12"),
    ("They came in the summer of 2020.", "2020-22"),
    ("All stood still in the winter of 2020-2021.", "2020-24"),
    ("It stayed calm in the first week of March 2021.", "2021-03-01/2021-03-07"),
    ("They returned on the last Monday of April 2021.", "2021-04-26"),
    ("She was born on 15 April nineteen eighty-six.", "1986-04-15"),
]
ENGLISH_RELATIVE = [
    ("A plane landed in Gao yesterday.", "2022-05-17"),
    ("The post was manned the day before yesterday.", "2022-05-16"),
    ("The drill begins today.", "2022-05-18"),
    ("Guns opened fire this morning.", "2022-05-18"),
    ("Guns opened fire last night.", "2022-05-17"),
    ("The frigate sails tomorrow.", "2022-05-19"),
    ("The frigate sails the day after tomorrow.", "2022-05-20"),
    ("The captain sent two boats on Monday.", "2022-05-16"),
    ("Tanks crossed the border on Friday evening.", "2022-05-13"),
    ("The depot caught fire on Wednesday.", "2022-05-18"),
    ("The frigates left Thursday.", "2022-05-12"),
    ("The frigates will leave on Thursday.", "2022-05-19"),
    ("The frigates would be back on Sunday, he said.", "2022-05-22"),
    ("The commander plans to leave on Saturday.", "2022-05-21"),
    ("He said on Monday that troops would leave on Friday.", "2022-05-16 2022-05-20"),
    ("On Monday, the army will hand over the base.", "2022-05-23"),
    ("On Monday, the army handed over the base.", "2022-05-16"),
    ("Talks resume on Friday.", "2022-05-20"),
    ("NATO says it shot down a drone on Monday.", "2022-05-16"),
    ("Last Friday two men were killed.", "2022-05-13"),
    ("Next Tuesday the base will close.", "2022-05-24"),
    ("The village fell on Tuesday of last week.", "2022-05-10"),
    ("Tuesday's attack killed ten.", "2022-05-17"),
    ("It was quiet on Saturday and Sunday.", "2022-05-14 2022-05-15"),
    ("A patrol vanished last week.", "2022-05-09/2022-05-15"),
    ("Nobody came this week.", "2022-05-16/2022-05-22"),
    ("A convoy will come next week.", "2022-05-23/2022-05-29"),
    ("A patrol vanished last month.", "2022-04"),
    ("A battalion will come next month.", "2022-06"),
    ("There were tents here last year.", "2021"),
    ("Thirty tanks will be added this year.", "2022"),
    ("Shots were fired last weekend.", "2022-05-14/2022-05-15"),
    ("Shots were fired over the weekend.", "2022-05-14/2022-05-15"),
    ("The fleet will train this weekend.", "2022-05-21/2022-05-22"),
    ("The tanks were moved in October.", "2021-10"),
    ("The countries held a drill in April.", "2022-04"),
    ("Norway will send a company in August.", "2022-08"),
    ("Norway would pull out a company in November.", "2022-11"),
    ("The ship has been in port since October.", "2021-10/.."),
    ("They will guard the airspace from September.", "2022-09/.."),
    ("The town fell early this year.", "2022-01/2022-04"),
    ("The town fell late last year.", "2021-09/2021-12"),
    ("The bridge fell in early May.", "2022-05-01/2022-05-10"),
    ("The drill will begin in mid-June.", "2022-06-11/2022-06-20"),
    ("The bridge fell at the end of March.", "2022-03-21/2022-03-31"),
    ("The barracks stood empty in mid-2021.", "2021-05/2021-08"),
    ("The bridge fell earlier this week.", "2022-05-16/2022-05-17"),
    ("A decision will come later this month.", "2022-05-18/2022-05-31"),
    ("A hundred more will follow this summer.", "2022-22"),
    ("The river froze last winter.", "2021-24"),
    ("The barracks will close next autumn.", "2022-23"),
    ("They will return next spring.", "2023-21"),
    ("A plane landed three days ago.", "2022-05-15"),
    ("A plane landed two weeks ago.", "2022-05-04"),
    ("The capital fell a year ago.", "2021-05-18~"),
    ("The capital fell a year and a half ago.", "2020-11-18~"),
    ("The brigade will leave in a month.", "2022-06-18~"),
    ("The brigade will leave in ten days.", "2022-05-28"),
    ("The base must be empty within two weeks.", "2022-05-18/2022-06-01"),
    ("Forty were killed over the past three months.", "2022-02-18/2022-05-18"),
    ("The next five days will be dangerous.", "2022-05-19/2022-05-23"),
    ("Forty were killed in the past year.", "2021-05-18/2022-05-18"),
    ("They will train together from 3 to 5 June.", "2022-06-03/2022-06-05"),
    ("The summit will run from June 28 to July 2.", "2022-06-28/2022-07-02"),
    ("The summit runs June 28-30.", "2022-06-28/2022-06-30"),
    ("Rockets fell between Monday and Wednesday.", "2022-05-16/2022-05-18"),
    ("He led the fleet from 2014 to 2018.", "2014/2018"),
    ("The ship lay idle between April and June 2021.", "2021-04/2021-06"),
    ("They will stay in port until the end of June.", "../2022-06-30"),
    ("They must be gone before July 1.", "../2022-07-01"),
    ("They will be home by Christmas.", "2022-12-25"),
    ("Guns fell silent at Easter.", "2022-04-17"),
    ("The border has been shut since the new year.", "2022-01-01/.."),
    ("The border has been shut since late February.", "2022-02-21/.."),
    ("Four ships will patrol from next week.", "2022-05-23/.."),
    ("The Nov. 8 vote has divided the army.", "2022-11-08"),
    ("The army was to have left last month.", "2022-04"),
    ("The base was closed in May of last year.", "2021-05"),
    ("The base was closed last year in May.", "2021-05"),
    ("The base was closed in late May last year.", "2021-05-21/2021-05-31"),
    ("The base will open in the autumn of next year.", "2023-23"),
    ("The base will be shut from 4 to 23 next month.", "2022-06-04/2022-06-23"),
    ("The base will be shut in the third week of next month.", "2022-06-13/2022-06-19"),
    ("The drill begins two weeks from Friday.", "2022-06-03"),
    ("The city fell two months after Easter.", "2022-06-17"),
    ("A decision will come at the end of the week.", "2022-05-20/2022-05-22"),
    ("At Thanksgiving last year they slept in tents.", "2021-11-25"),
    ("He will address the troops later Wednesday.", "2022-05-18"),
    ("Mosquitoes bite between June and early October.", "2022-06/2022-10-10"),
    ("He lived there from 2007 to the end of 2008.", "2007/2008-12-31"),
    ("Voters go to the polls on June 7.", "2022-06-07"),
    ("After a defeat in the capital on Tuesday, he is packing.", "2022-05-17"),
    ("A quarrel at the opening of the summit on Saturday seemed to fade.", "2022-05-14"),
]
ENGLISH_ANAPHORA = [
    ("Djibo fell on Monday. Help came a day later.", "2022-05-16 2022-05-17"),
    ("Djibo fell on May 3. Two days earlier there was panic.", "2022-05-03 2022-05-01"),
    ("Djibo fell on May 3. Help came the following day.", "2022-05-03 2022-05-04"),
    ("Djibo fell on May 3. It was quiet the day before.", "2022-05-03 2022-05-02"),
    ("Djibo fell on Sunday. Earlier in the day it was quiet.", "2022-05-15 2022-05-15"),
    ("Djibo fell in 1999. That year was hard.", "1999 1999"),
    ("Djibo fell in March 2001. That month was hard.", "2001-03 2001-03"),
]
ENGLISH_NONE = [
    "In the coming weeks Paris will pull its troops out.",
    "All was quiet a few weeks ago.",
    "Some 2019 soldiers joined.",
    "Resolution 1701 governs the withdrawal.",
    "About 2000 men lay in the trenches.",
    "The army may march on the capital.",
    "Theresa May and April Jones stayed.",
    "Good morning, said the captain.",
    "He told USA Today so.",
    "The Sunday Times wrote so.",
    "Every Monday there is a parade.",
    "The fleet sails each summer.",
    "The captain stayed away for two years.",
    "It was the worst storm in ten years.",
    "The F-16 and the A400M landed with 155mm shells.",
    "It was over at 5.40 p.m.",
    "They won 2-1 after the break.",
    "The shop is open 24/7.",
    "The repair cost $1,950.",
    "More than 1990 people were listed.",
    "He came second to nobody.",
    "The Second Brigade stayed home.",
    "The fall of the city was sudden.",
    "The Arab Spring changed the region.",
    "It was quiet for six months.",
    "A year when nothing happened went by.",
    "The walls began to fall apart.",
    "A poll of 2047 registered voters was cited.",
    "He threatened to march on.",
    "On Bloody Sunday and on Super Tuesday nothing moved.",
    "The shipment came a day earlier than planned.",
]


@pytest.mark.parametrize(("text", "values"), DUTCH_DATES + DUTCH_RELATIVE + DUTCH_ANAPHORA)
def test_dutch(text: str, values: str) -> None:
    assert read("nl", text) == values


@pytest.mark.parametrize("text", DUTCH_NONE)
def test_no_time_in_dutch(text: str) -> None:
    assert read("nl", text) == ""


@pytest.mark.parametrize(("text", "values"), ENGLISH_DATES + ENGLISH_RELATIVE + ENGLISH_ANAPHORA)
def test_english(text: str, values: str) -> None:
    assert read("en", text) == values


@pytest.mark.parametrize("text", ENGLISH_NONE)
def test_no_time_in_english(text: str) -> None:
    assert read("en", text) == ""


@pytest.mark.parametrize(
    ("language", "published", "text", "values"),
    [
        ("nl", "2022-12", "Maandag landde hij in Minsk.", "2022-12-XX"),
        ("nl", "2022-12", "Sinds maandag is hij in Minsk.", "2022-12-XX/.."),
        (
            "nl",
            "2022-12",
            "Maandag viel de stad. Een dag later kwam er hulp.",
            "2022-12-XX 2022-12-XX",
        ),
        ("nl", "2022-12", "Vorige week landde hij in Minsk.", ""),
        ("nl", "2022-12", "Gisteren landde hij in Minsk.", ""),
        ("nl", "2022-12", "In oktober landde hij in Minsk.", "2022-10"),
        ("nl", "2022-12", "Begin dit jaar landde hij in Minsk.", "2022-01/2022-04"),
        ("nl", "2022-12", "Volgend voorjaar vertrekt hij uit Minsk.", "2023-21"),
        ("nl", "2022-12", "Drie maanden geleden vertrok hij uit Minsk.", "2022-09"),
        ("nl", "2022", "Vorig jaar vertrok hij uit Minsk.", "2021"),
        ("nl", "2022", "In oktober vertrok hij uit Minsk.", ""),
        ("nl", None, "Maandag vertrok hij uit Minsk, net als in mei.", ""),
        ("nl", None, "Op 3 mei 2019 vertrok hij uit Minsk.", "2019-05-03"),
        ("en", "2022-12", "He landed in Minsk on Monday.", "2022-12-XX"),
        ("en", "2022-12", "He landed in Minsk last week.", ""),
        ("en", "2022-12", "He landed in Minsk last month.", "2022-11"),
        ("en", "2022-05", "They would be called up this summer.", "2022-22"),
        ("en", "2022-05", "Helicopters had landed there in April.", "2022-04"),
        ("en", None, "He landed there on Monday, as in May.", ""),
        ("en", None, "He has lived there since 2019.", "2019/.."),
        ("en", "2019-01/2019-03", "He landed there on Monday.", ""),
        ("en", "2020-02-29", "He left a year ago.", "2019-02-28~"),
        ("nl", "2023-02-10", "Deze winter bleef het stil.", "2022-24"),
    ],
)
def test_precision_of_the_publication_date(
    language: str, published: str | None, text: str, values: str
) -> None:
    assert read(language, text, published) == values


@pytest.mark.parametrize(
    ("language", "text", "excerpt", "relation"),
    [
        ("nl", "Sinds 2019 is hij weg.", "Sinds 2019", Relation.SINCE),
        ("nl", "Hij is er tot vrijdag.", "tot vrijdag", Relation.UNTIL),
        ("nl", "Hij was er op vrijdag.", "vrijdag", Relation.AT),
        ("nl", "Over twee weken gaat hij weg.", "Over twee weken", Relation.AT),
        ("en", "He has been gone since 2019.", "since 2019", Relation.SINCE),
        ("en", "He will stay until Friday.", "until Friday", Relation.UNTIL),
        ("en", "He was there on Friday.", "Friday", Relation.AT),
        ("en", "He left at the beginning of May 2019.", "beginning of May 2019", Relation.AT),
    ],
)
def test_span(language: str, text: str, excerpt: str, relation: Relation) -> None:
    (span,) = spans_of(language, text)
    assert span.reference is not None
    assert span.reference.excerpt.text == excerpt
    assert span.reference.excerpt.is_in(text)
    assert span.relation is relation


def test_a_time_without_value_keeps_its_span() -> None:
    (span,) = spans_of("nl", "De komende weken vertrekken de Fransen.")
    assert span.reference is None
    assert (span.first, span.last) == (1, 3)


DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31))
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
LANGUAGES = st.sampled_from(("nl", "en"))


def month_name(language: str, day: dt.date) -> str:
    return MONTHS[language].split()[day.month - 1]


@given(language=LANGUAGES, day=DAYS, published=DAYS, form=st.integers(0, 4))
def test_a_whole_date_is_read_back(
    language: str, day: dt.date, published: dt.date, form: int
) -> None:
    month = month_name(language, day)
    written = [
        f"{day.day} {month} {day.year}",
        day.isoformat(),
        f"{month} {day.day}, {day.year}" if language == "en" else f"{day:%d-%m-%Y}",
        f"{day:%m/%d/%Y}" if language == "en" else f"{day:%d/%m/%Y}",
        f"{day.day} {month[:3]}. {day.year}" if len(month) > 4 and month != "maart" else f"{day}",
    ][form]
    before, after = {"nl": ("Het schip verging op ", "."), "en": ("It sank on ", ".")}[language]
    assert read(language, before + written + after, published.isoformat()) == day.isoformat()


@given(language=LANGUAGES, published=DAYS, back=st.integers(0, 6))
def test_a_weekday_that_has_gone_by_is_read_back(
    language: str, published: dt.date, back: int
) -> None:
    day = published - dt.timedelta(days=back)
    name = WEEKDAYS[language].split()[day.weekday()]
    text = {"nl": f"Het schip verging {name}.", "en": f"The ship sank on {name}."}[language]
    assert read(language, text, published.isoformat()) == day.isoformat()


@given(language=LANGUAGES, published=DAYS, ahead=st.integers(1, 7))
def test_a_weekday_to_come_is_read_back(language: str, published: dt.date, ahead: int) -> None:
    day = published + dt.timedelta(days=ahead)
    name = WEEKDAYS[language].split()[day.weekday()]
    text = {
        "nl": f"Het schip zal {name} vertrekken.",
        "en": f"The ship will leave on {name}.",
    }[language]
    assert read(language, text, published.isoformat()) == day.isoformat()


@given(language=LANGUAGES, published=DAYS, count=st.integers(2, 60))
def test_a_number_of_days_is_read_back(language: str, published: dt.date, count: int) -> None:
    day = published - dt.timedelta(days=count)
    text = {
        "nl": f"Het schip verging {count} dagen geleden.",
        "en": f"The ship sank {count} days ago.",
    }[language]
    assert read(language, text, published.isoformat()) == day.isoformat()


@given(language=LANGUAGES, published=DAYS, back=st.integers(0, 11))
def test_a_month_that_has_gone_by_is_read_back(
    language: str, published: dt.date, back: int
) -> None:
    number = published.year * 12 + published.month - 1 - back
    month = dt.date(number // 12, number % 12 + 1, 1)
    name = month_name(language, month)
    text = {"nl": f"Het schip verging in {name}.", "en": f"The ship sank in {name}."}[language]
    assert read(language, text, published.isoformat()) == f"{month:%Y-%m}"
    text = {
        "nl": f"Het schip ligt er sinds {name}.",
        "en": f"The ship has been there since {name}.",
    }[language]
    assert read(language, text, published.isoformat()) == f"{month:%Y-%m}/.."


@given(language=LANGUAGES, first=DAYS, length=st.integers(1, 400), published=DAYS)
def test_a_range_is_read_back(
    language: str, first: dt.date, length: int, published: dt.date
) -> None:
    last = min(first + dt.timedelta(days=length), dt.date(2099, 12, 31))
    if last <= first:
        return
    ends = [f"{d.day} {month_name(language, d)} {d.year}" for d in (first, last)]
    text = {
        "nl": f"Het schip lag er van {ends[0]} tot {ends[1]}.",
        "en": f"The ship lay there from {ends[0]} to {ends[1]}.",
    }[language]
    assert read(language, text, published.isoformat()) == f"{first}/{last}"


#: Words of both languages and numbers, in any order: nothing that comes of them may be invalid.
PIECES = (
    "de het the een a van of in on op sinds since tot until van from tussen between en and to - "
    "/ , . ( ) begin eind half midden early late mid earlier later eerder vorige vorig volgende "
    "komende afgelopen last next past this that deze dit die week weeks dagen days maand month "
    "months jaar year years weekend quarter kwartaal maandag Friday mei May maart March oktober "
    "Oct. zomer summer winter Pasen Easter Christmas gisteren yesterday morgen tomorrow geleden "
    "ago later over in eerste second 3 5 12 31 99 2019 1990s '90 1700 2022-02-30 12/13 "
    "29/02/2019 Q3 twee two honderd hundred 0 0000 9999 15e 21st eeuw century jaren negentig"
)


@given(
    language=LANGUAGES,
    pieces=st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=14),
    published=st.one_of(
        st.none(), DAYS.map(str), DAYS.map(lambda d: f"{d:%Y-%m}"), DAYS.map(lambda d: f"{d:%Y}")
    ),
)
def test_every_value_is_valid_and_every_excerpt_in_place(
    language: str, pieces: list[str], published: str | None
) -> None:
    text = " ".join(pieces)
    end = 0
    for span in spans_of(language, text, published):
        assert span.first < span.last
        if span.reference is not None:
            # The parser reads no open interval from an unspecified day ("2000-01-XX/.."), which
            # level 2 has; so each end is read by itself.
            for side in str(span.reference).split("/"):
                assert side == ".." or parse_edtf(side)
            assert span.reference.excerpt.is_in(text)
            assert span.reference.excerpt.start >= end
            end = span.reference.excerpt.end


@given(text=st.text(max_size=80), language=LANGUAGES)
def test_no_text_raises(text: str, language: str) -> None:
    spans_of(language, text)
