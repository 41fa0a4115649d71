import { type Court, REGIONS, type Region } from '@/lib/domain/court/court';

type Office = [municipality: string, countyEn: string, countyFr: string, street: string, postalCode: string];

/** The offices of the Superior Court of Justice that take civil claims, by region. */
const OFFICES: Record<Region, Office[]> = {
  centralEast: [
    ['Barrie', 'County of Simcoe', 'comté de Simcoe', '75 Mulcaster St', 'L4M 3P2'],
    ['Bracebridge', 'District of Muskoka', 'district de Muskoka', '3 Dominion St', 'P1L 2E6'],
    ['Cobourg', 'County of Northumberland', 'comté de Northumberland', '860 William St', 'K9A 3A9'],
    ['Lindsay', 'City of Kawartha Lakes', 'ville de Kawartha Lakes', '440 Kent St W', 'K9V 3Z5'],
    ['Newmarket', 'Region of York', 'région de York', '50 Eagle St W', 'L3Y 6B1'],
    ['Oshawa', 'Region of Durham', 'région de Durham', '150 Bond St E', 'L1G 0A2'],
    ['Peterborough', 'County of Peterborough', 'comté de Peterborough', '470 Water St', 'K9H 3M3'],
  ],
  centralSouth: [
    ['Brantford', 'County of Brant', 'comté de Brant', '70 Wellington St', 'N3T 2L9'],
    ['Cayuga', 'Haldimand County', 'comté de Haldimand', '55 Munsee St N', 'N0A 1E0'],
    ['Hamilton', 'City of Hamilton', 'ville de Hamilton', '45 Main St E', 'L8N 2B7'],
    ['Kitchener', 'Region of Waterloo', 'région de Waterloo', '85 Frederick St', 'N2H 0A7'],
    ['Simcoe', 'Norfolk County', 'comté de Norfolk', '50 Frederick Hobson VC Dr, Suite 301', 'N3Y 0B8'],
    ['St. Catharines', 'Region of Niagara, north', 'région de Niagara, nord', '59 Church St', 'L2R 3C4'],
    ['Welland', 'Region of Niagara, south', 'région de Niagara, sud', '102 East Main St', 'L3B 3X1'],
  ],
  centralWest: [
    ['Brampton', 'Region of Peel', 'région de Peel', '7755 Hurontario St', 'L6W 4T6'],
    ['Guelph', 'County of Wellington', 'comté de Wellington', '74 Woolwich St', 'N1H 3T9'],
    ['Milton', 'Region of Halton', 'région de Halton', '491 Steeles Ave E', 'L9T 1Y7'],
    ['Orangeville', 'County of Dufferin', 'comté de Dufferin', '10 Louisa St', 'L9W 3P9'],
    ['Owen Sound', 'County of Grey', 'comté de Grey', '611 9th Ave E', 'N4K 3E5'],
    ['Walkerton', 'County of Bruce', 'comté de Bruce', '207 Cayley St', 'N0G 2V0'],
  ],
  east: [
    ['Belleville', 'County of Hastings', 'comté de Hastings', '15 Bridge St W', 'K8P 5J9'],
    [
      'Brockville',
      'United Counties of Leeds and Grenville',
      'comtés unis de Leeds et Grenville',
      '41 Court House Square',
      'K6V 7A8',
    ],
    [
      'Cornwall',
      'United Counties of Stormont, Dundas and Glengarry',
      'comtés unis de Stormont, Dundas et Glengarry',
      '29 Second St W',
      'K6J 1G3',
    ],
    ['Kingston', 'County of Frontenac', 'comté de Frontenac', '5 Court St', 'K7L 2N4'],
    [
      'L’Orignal',
      'United Counties of Prescott and Russell',
      'comtés unis de Prescott et Russell',
      '59 Court St',
      'K0B 1K0',
    ],
    [
      'Napanee',
      'County of Lennox and Addington',
      'comté de Lennox et Addington',
      '41 Dundas St W',
      'K7R 1Z5',
    ],
    ['Ottawa', 'City of Ottawa', 'ville d’Ottawa', '161 Elgin St, 2nd Floor', 'K2P 2K1'],
    ['Pembroke', 'County of Renfrew', 'comté de Renfrew', '297 Pembroke St E', 'K8A 3K4'],
    ['Perth', 'County of Lanark', 'comté de Lanark', '43 Drummond St E', 'K7H 1G2'],
    ['Picton', 'Prince Edward County', 'comté de Prince Edward', '44 Union St', 'K0K 2T0'],
  ],
  northeast: [
    ['Cochrane', 'District of Cochrane', 'district de Cochrane', '149 4th Ave', 'P0L 1C0'],
    ['Gore Bay', 'District of Manitoulin', 'district de Manitoulin', '27 Phipps St', 'P0P 1H0'],
    ['Haileybury', 'District of Timiskaming', 'district de Timiskaming', '393 Main St', 'P0J 1K0'],
    ['North Bay', 'District of Nipissing', 'district de Nipissing', '360 Plouffe St', 'P1B 9L5'],
    ['Parry Sound', 'District of Parry Sound', 'district de Parry Sound', '89 James St', 'P2A 1T7'],
    ['Sault Ste. Marie', 'District of Algoma', 'district d’Algoma', '426 Queen St E', 'P6A 1Z7'],
    [
      'Sudbury',
      'District of Sudbury, Greater Sudbury',
      'district de Sudbury, Grand Sudbury',
      '155 Elm St',
      'P3C 1T9',
    ],
    ['Timmins', 'District of Cochrane', 'district de Cochrane', '38 Pine St N', 'P4N 6K6'],
  ],
  northwest: [
    ['Fort Frances', 'District of Rainy River', 'district de Rainy River', '333 Church St', 'P9A 1C9'],
    ['Kenora', 'District of Kenora', 'district de Kenora', '216 Water St', 'P9N 1S4'],
    ['Thunder Bay', 'District of Thunder Bay', 'district de Thunder Bay', '125 Brodie St N', 'P7C 0A3'],
  ],
  southwest: [
    ['Chatham', 'Municipality of Chatham-Kent', 'municipalité de Chatham-Kent', '425 Grand Ave W', 'N7L 1C7'],
    ['Goderich', 'County of Huron', 'comté de Huron', '1 Courthouse Square', 'N7A 1M2'],
    ['London', 'County of Middlesex', 'comté de Middlesex', '80 Dundas St', 'N6A 6A3'],
    ['Sarnia', 'County of Lambton', 'comté de Lambton', '700 N. Christina St', 'N7V 3C2'],
    ['St. Thomas', 'County of Elgin', 'comté d’Elgin', '4 Wellington St', 'N5R 6H8'],
    ['Stratford', 'County of Perth', 'comté de Perth', '1 Huron St', 'N5A 5S4'],
    ['Windsor', 'County of Essex', 'comté d’Essex', '245 Windsor Ave', 'N9A 1J2'],
    ['Woodstock', 'County of Oxford', 'comté d’Oxford', '415 Hunter St', 'N4S 4G9'],
  ],
  toronto: [['Toronto', 'City of Toronto', 'ville de Toronto', '393 University Ave, 10th Floor', 'M5G 1E6']],
};

const PROVINCE_WIDE = '2017-11-27';
const PILOT = '2017-04-24';

/** What differs from the rule: where filing online began earlier, Central time, and a notice. */
const EXCEPTIONS: Record<string, Partial<Court>> = {
  brampton: { acceptsFrom: PILOT },
  london: { acceptsFrom: PILOT },
  newmarket: { acceptsFrom: PILOT },
  ottawa: { acceptsFrom: PILOT },
  sudbury: { acceptsFrom: PILOT },
  'fort-frances': { zone: 'America/Winnipeg' },
  kenora: { zone: 'America/Winnipeg' },
  toronto: {
    acceptsFrom: '2017-07-10',
    // r. 4.05.1(1.1)
    noticeEn:
      'Since October 14, 2025, the ministry’s own service sends Toronto claims to the Ontario Courts Public Portal. This service still accepts them.',
    noticeFr:
      'Depuis le 14 octobre 2025, le service du ministère dirige les actions introduites à Toronto vers le Portail public des tribunaux de l’Ontario. Le présent service les accepte toujours.',
  },
};

/** The courts as they are seeded; staff can change them afterwards. */
export const courts: Court[] = REGIONS.flatMap((region) =>
  OFFICES[region].map((office) => court(region, office)),
);

function court(region: Region, [municipality, countyEn, countyFr, street, postalCode]: Office): Court {
  const id = municipality.toLowerCase().replace(/[.’]/g, '').replace(/\s+/g, '-');
  const address = `${street}, ${municipality}, ON ${postalCode}`;
  const rule = {
    zone: 'America/Toronto',
    acceptsFrom: PROVINCE_WIDE,
    acceptsUntil: null,
    noticeEn: '',
    noticeFr: '',
  };
  return { id, municipality, region, countyEn, countyFr, address, ...rule, ...EXCEPTIONS[id] };
}
