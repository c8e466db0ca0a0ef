import type { Random } from './random.ts';

// Invented words: no company of this name is meant.
const stems = `Averlund Corvane Hollintree Bramwick Dunmarch Ellismoor Kestermill Fennholt Grayspar Lorrimoor Marrowby
Ibexhall Aldermoth Brackenvale Calderwyn Drummel Eastermoor Farrowick Gildenport Harrowmere Inverlock Jarnholm Kelpstead
Lindermark Mosswater Nethercombe Oakenfall Pellworth Quarrendale Rookhurst Silverdyke Thistlemark Ullenwater Varnholt
Wetherlow Yarrowgate Zandermeer Ångmark Örsholm Żurawin Čapkovo Sãomar Écluvier Brünnholz Trøllnes Almarín Bocavento
Castrovela Delmonar Esterhout Fiorvalle Grünwarte Hjortvik Isarbrück Juncalar Kivilahde Lumivaara Montalbré Nordwyk
Ostrawend Pontavell Rautakoski Skarnvik Tavolara Umberline Vasterlo Wolkenried Ystaberg Zilverbeek Ashgrove-Pell
Birchline Copperquay Dovetarn Emberwick Flintaway Greywether`.split(/\s+/);
const trades = `Freight Logistics Foods Haulage Supply Parts Parcel Timber Marine Clinics Paper Tools Interiors Ceramics
Cold-Chain Forwarding Beverages Chemicals Textiles Components`
  .split(/\s+/)
  .map((trade) => trade.replace('-', ' '));

/** The name of the n-th account; no two of the first 1,500 are the same. `offset` turns the sequence, as a seed may. */
export function accountName(n: number, offset: number): string {
  const size = stems.length * trades.length;
  // A step without a common divisor visits every pair once, and neighbours look unlike.
  const place = (offset + n * coprimeStep(size)) % size;
  const name = `${stems[place % stems.length]} ${trades[Math.floor(place / stems.length)]}`;
  const round = Math.floor(n / size);
  return round === 0 ? name : `${name} ${round + 1}`;
}

function coprimeStep(size: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.floor(size * 0.38196601);
  while (divisor(step, size) !== 1) step++;
  return step;
}

interface Naming {
  readonly weight: number;
  readonly first: readonly string[];
  readonly last: readonly string[];
  /** Family name first and without a space. */
  readonly joined?: boolean;
}

const naming = (weight: number, first: string, last: string): Naming => ({
  weight,
  first: first.split(' '),
  last: last.split(' '),
});

const namings: readonly Naming[] = [
  naming(
    30,
    'Dana Oliver Grace Henry Ruby Callum Megan Isla Harriet Rhys Fiona Declan Abigail Marcus Tessa Naomi',
    'Okafor Whitlock Ashdown Pemberton Reeve Callaghan Thorne Mbeki Farrow Hartigan Osei Langley Prior Voss Amadi Kerr',
  ),
  naming(
    18,
    'Jürgen Anja Bärbel Lukas Katrin Sören Heike Mareike Till Jörg Annika Björn',
    'Müller-Voigt Brandt Schäfer Krüger Lindner Vogt Hölzer Reimann Jäger Sommer Böhm Adler',
  ),
  naming(
    14,
    'Zoë Lotte Bram Sanne Daan Fenna Joost Maaike Ruben Femke',
    'Vermeulen Dijkhof Hoekstra Janssens Peeters Koster Smeets Visser Bakkerink Mulder',
  ),
  naming(
    12,
    'José Inés Martín Lucía Iñaki Rocío Andrés Begoña João Conceição',
    'García-Peña Muñoz Ibáñez Araújo Vázquez Núñez Gonçalves Cortés Rivera Quintana',
  ),
  naming(
    10,
    'Zoé Clémence Hélène François Gaël Noémie Étienne Maëlle Jérôme Solène',
    'Lefèvre Dubreuil Chaplain Béranger Morvan Faucher Delorme Guérin Vasseur Perrault',
  ),
  naming(
    9,
    'Agnieszka Paweł Małgorzata Łukasz Zofia Jiří Kateřina Ondřej Zuzana Tomáš',
    'Wiśniewska Kowalczyk Zając Dąbrowski Nováček Dvořák Horák Šimek Król Błaszczyk',
  ),
  naming(
    8,
    'Åsa Søren Bjørk Øyvind Linnéa Håkan Sigrún Jyrki Päivi Mattias',
    'Ødegård Lindström Østergaard Þórsdóttir Mäkinen Sjöberg Nygård Hämäläinen Dahl Åkesson',
  ),
  naming(
    7,
    'Priya Arjun Kavya Rohan Meera Vikram Ananya Imran',
    'Raghavan Deshpande Iyer Chaudhary Menon Banerjee Kapoor Siddiqui',
  ),
  naming(6, 'أحمد فاطمة يوسف ليلى سمير مريم خالد نور', 'منصور الحسن درويش حداد الشريف عثمان صالح نصار'),
  { ...naming(6, '娜 伟 秀英 敏 静 磊 洋 艳', '李 王 张 刘 陈 杨 赵 黄'), joined: true },
  { ...naming(4, '結衣 翔太 葵 健一 美咲 大輔', '佐藤 鈴木 高橋 田中 渡辺 小林'), joined: true },
];
const weights = namings.map((one) => one.weight);

/** A person's name that is not among those taken, to which it is added. */
export function personName(random: Random, taken: Set<string>): string {
  for (;;) {
    // The weights are all above 0, so there is a place.
    const { first, last, joined } = namings[random.place(weights)] as Naming;
    let name = joined ? random.pick(last) + random.pick(first) : `${random.pick(first)} ${random.pick(last)}`;
    // In an account of hundreds the pool runs thin: a second family name then tells people apart.
    if (taken.has(name) && !joined) name += `-${random.pick(last)}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}
