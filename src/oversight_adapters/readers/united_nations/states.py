"""States as documents of the United Nations name them: one row for each, its usual name first, then what else it is
called or was.

A word in brackets at the end of a recommendation is who made it only where this table knows it: *(CRPD)* is no State.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ROWS = """
Afghanistan
Albania
Algeria
Andorra
Angola
Antigua and Barbuda
Argentina
Armenia
Australia
Austria
Azerbaijan | Azerbeijan
Bahamas | The Bahamas
Bahrain
Bangladesh
Barbados
Belarus
Belgium
Belize
Benin
Bhutan
Bolivia | Bolivia (Plurinational State of) | Plurinational State of Bolivia | Bolivia (Plurinational Republic of)
Bolivia | Bolivia (Purinational State of)
Bosnia and Herzegovina | Bosnia-Herzegovina | Bosnia & Herzegovina
Botswana
Brazil
Brunei Darussalam | Brunei
Bulgaria
Burkina Faso
Burundi
Cabo Verde | Cape Verde
Cambodia
Cameroon
Canada
Central African Republic | Centeral African Republic
Chad
Chile
China
Colombia
Comoros
Congo | Republic of the Congo | Republic of Congo | Congo (Republic of) | Congo-Brazzaville
Costa Rica
Côte d'Ivoire | Ivory Coast
Croatia
Cuba
Cyprus
Czechia | Czech Republic | The Czech Republic
Democratic People's Republic of Korea | North Korea | DPRK | DPR Korea | Korea (Democratic People's Republic of)
Democratic Republic of the Congo | DR Congo | DRC | Congo (Democratic Republic of the) | Democratic Republic of Congo
Denmark
Djibouti
Dominica
Dominican Republic
Ecuador
Egypt
El Salvador
Equatorial Guinea
Eritrea
Estonia
Eswatini | Swaziland
Ethiopia
Fiji
Finland
France
Gabon
Gambia | The Gambia | Gambia (Republic of The) | Gambia (Islamic Republic of the)
Georgia
Germany
Ghana
Greece
Grenada
Guatemala
Guinea
Guinea-Bissau
Guyana
Haiti
Holy See | Vatican | Holly See
Honduras
Hungary
Iceland
India
Indonesia
Iran | Iran (Islamic Republic of) | Islamic Republic of Iran | Islamic Republic Iran
Iraq
Ireland
Israel
Italy
Jamaica
Japan
Jordan
Kazakhstan
Kenya
Kiribati
Kuwait
Kyrgyzstan | Kyrgyz Republic | Kyrgysztan
Laos | Lao People's Democratic Republic | Lao PDR | Lao | Lao's People Democratic Republic
Latvia
Lebanon
Lesotho
Liberia
Libya | Libyan Arab Jamahiriya | Libya Arab Jamahiriya
Liechtenstein | Lichtenstein
Lithuania
Luxembourg
Madagascar
Malawi
Malaysia
Maldives
Mali
Malta
Marshall Islands
Mauritania
Mauritius
Mexico
Micronesia | Micronesia (Federated States of) | Federated States of Micronesia
Moldova | Republic of Moldova | Moldova (Republic of)
Monaco
Mongolia
Montenegro
Morocco
Mozambique
Myanmar
Namibia
Nauru
Nepal
Netherlands | The Netherlands | Kingdom of the Netherlands | Netherlands (Kingdom of the)
New Zealand | New Zeeland
Nicaragua
Niger
Nigeria
North Macedonia | former Yugoslav Republic of Macedonia | Macedonia | Macedonia FYR | FYROM
Norway
Oman
Pakistan
Palau
Palestine | State of Palestine
Panama
Papua New Guinea
Paraguay
Peru
Philippines
Poland
Portugal
Qatar
Republic of Korea | South Korea | Korea (Republic of) | Korea
Romania
Russian Federation | Russia | Russia Federation
Rwanda
Saint Kitts and Nevis | St. Kitts and Nevis | St. Kitts & Nevis
Saint Lucia | St. Lucia
Saint Vincent and the Grenadines | Saint Vincent & the Grenadines | St. Vincent and the Grenadines
Samoa
San Marino
Sao Tome and Principe
Saudi Arabia
Senegal
Serbia
Seychelles
Sierra Leone
Singapore
Slovakia | Slovak Republic
Slovenia
Solomon Islands
Somalia
South Africa
South Sudan
Spain
Sri Lanka
Sudan
Suriname
Sweden
Switzerland
Syria | Syrian Arab Republic
Tajikistan
Tanzania | United Republic of Tanzania | Tanzania (United Republic of)
Thailand
Timor-Leste | East Timor
Togo
Tonga
Trinidad and Tobago | Trinidad & Tobago | Trinidad an Tobago
Tunisia
Türkiye | Turkey
Turkmenistan
Tuvalu
Uganda
Ukraine
United Arab Emirates | UAE
United Kingdom | United Kingdom of the Great Britain and Northern Ireland
United Kingdom | United Kingdom of Great Britain and Northern Ireland | UK
United States | United States of America | United Sates | United Sates of America | USA | US | United States of Americas
Uruguay
Uzbekistan
Vanuatu
Venezuela | Venezuela (Bolivarian Republic of) | Bolivarian Republic of Venezuela
Viet Nam | Vietnam
Yemen
Zambia
Zimbabwe
"""

_LETTERS = re.compile(r"[^a-z]+")


def _key(words: str) -> str:
    """A name without what printing changes: case, accents, blanks and marks."""
    plain = unicodedata.normalize("NFKD", words.replace("&", "and")).encode("ascii", "ignore").decode().lower()
    return _LETTERS.sub("", plain)


NAMES = {name: row[0] for row in (line.split(" | ") for line in _ROWS.split("\n") if line) for name in row}
"""Every name of a State, as printed, with its usual one."""
_KNOWN = {_key(name): usual for name, usual in NAMES.items()}

LONGEST = max(map(len, _KNOWN)) + 30  # characters; whatever is longer is no State


@lru_cache(maxsize=4096)
def state(words: str) -> str:
    """The usual name of the State that these words name; "" where they name none.

    >>> state("Iran (Islamic Republic of)"), state("bosniaandherzegovina"), state("CRPD")
    ('Iran', 'Bosnia and Herzegovina', '')
    """
    if len(words) > LONGEST:
        words = " ".join(words.split())
    if len(words) > LONGEST:
        return ""
    key = _key(words)
    return _KNOWN.get(key) or _KNOWN.get(key.removeprefix("the"), "")
