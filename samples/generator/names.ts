import { abroad, BIRTHPLACES, type Birthplace } from './places.ts'

/** Families of fictional names: what people are called, where they were born, which nationality they may hold. */
export interface Origin {
  readonly id: string
  /** Share among people of the samples. */
  readonly weight: number
  /** ICAO code of the nationality when it is not French; `null` for origins that are French by birth. */
  readonly nationalite: string | null
  readonly noms: readonly string[]
  readonly femmes: readonly string[]
  readonly hommes: readonly string[]
  readonly places: readonly Birthplace[]
}

const list = (text: string): string[] => text.split(',').map(s => s.trim())

const FEMMES_FR = list(
  'Élodie, Maëlys, Anne-Sophie, Chloé, Françoise, Zoé, Hélène, Marie-Ève, Inès, Océane, Solène, Léa, Bérénice, Noémie, Agnès, Jeanne, Clémence, Marie-Christine, Lucie, Ségolène',
)
const HOMMES_FR = list(
  'Jérôme, Jean-Baptiste, Loïc, François, Gaël, Rémi, Hervé, Noël, Cédric, Benoît, Étienne, Thibault, Jean-Noël, Aurélien, Stéphane, Joël, Mathéo, Luc, Raphaël, Barthélemy',
)

export const ORIGINS: readonly Origin[] = [
  {
    id: 'france',
    weight: 34,
    nationalite: null,
    noms: list(
      "LEFÈVRE, BEAUCHÊNE, GARÇON, DE LA TOUR DU PIN, D'ALMEIDA-ROUX, L'HUILLIER, LE GOFF, NUÑEZ-LABORDE, BŒUF, PÉRÈS, CHÂTAIGNIER, VAN DEN BROECK, SCHÄFFER, MÜLLER, ROY, PAU, VASSEUR-DELATTRE, COURTEMANCHE, DESMOULINS, GUÉRIN, HÉBRARD, ABRIC, DU BOISROUVRAY, JOUANNEAU, THÉBAULT",
    ),
    femmes: FEMMES_FR,
    hommes: HOMMES_FR,
    places: BIRTHPLACES.france,
  },
  {
    id: 'bretagne',
    weight: 5,
    nationalite: null,
    noms: list("LE BIHAN, KERVÉADOU, TRÉGUIER, GUIVARC'H, LE DÛ, QUÉMÉNER, CROAS, PLOUZENNEC"),
    femmes: list('Gwenaëlle, Enora, Rozenn, Katell, Nolwenn, Maïwenn, Yaëlle'),
    hommes: list('Yann, Ewen, Goulven, Tanguy, Malo, Hervé, Gwénolé'),
    places: BIRTHPLACES.france.filter(p => ['29', '22', '56', '35'].includes(p.departement)),
  },
  {
    id: 'corse',
    weight: 4,
    nationalite: null,
    noms: list('PAOLACCI, SANTUCCI, COLONNA D’ORNANO, CASABIANCA, GIOVANNAI, LECA'),
    femmes: list('Lætitia, Ghjulia, Vannina, Marie-Dominique, Letizia'),
    hommes: list('Ange, Pasquale, Dominique, Lisandru, Petru-Santu'),
    places: BIRTHPLACES.corse,
  },
  {
    id: 'outre-mer',
    weight: 8,
    nationalite: null,
    noms: list(
      'HOARAU, PAYET-BURIN, GRONDIN, ZÉPHIRIN, MARIE-JOSEPH, SAINT-AIMÉ, BEAUBRUN, ATTOUMANI, BOIS-JOLI, FÉLICITÉ',
    ),
    femmes: list('Marie-Josée, Rosaline, Nadège, Kelly-Ann, Fabiola, Lydie, Expédite'),
    hommes: list('Jean-Hugues, Giovanni, Wilfrid, Teddy, Hyacinthe, Expédit, Dimitri'),
    places: BIRTHPLACES.outreMer,
  },
  {
    id: 'maroc',
    weight: 7,
    nationalite: 'MAR',
    noms: list('EL AMRANI, BENJELLOUN, AÏT OUFKIR, EL FASSI-IDRISSI, OUHADDOU, TAZI'),
    femmes: list('Fatima-Zahra, Naïma, Khadija, Salma, Ihssane, Hafsa'),
    hommes: list('Abdelilah, Youssef, Hicham, El Mehdi, Driss, Anas'),
    places: [
      abroad('CASABLANCA', 'MAROC', '350'),
      abroad('OUJDA', 'MAROC', '350'),
      abroad('AL HOCEÏMA', 'MAROC', '350'),
    ],
  },
  {
    id: 'algerie',
    weight: 7,
    nationalite: 'DZA',
    noms: list('BENHADDOU, OULD-KACI, AÏT MESBAH, HADJ-SAÏD, ZÉROUALI, BOUGUERRA'),
    femmes: list('Yasmina, Nour El Houda, Djamila, Lynda, Ouardia, Meriem'),
    hommes: list('Abderrahmane, Sofiane, Nour-Eddine, Rachid, Aghilas, Mokrane'),
    places: [
      abroad('TIZI OUZOU', 'ALGÉRIE', '352'),
      abroad('ORAN', 'ALGÉRIE', '352'),
      abroad('SÉTIF', 'ALGÉRIE', '352'),
    ],
  },
  {
    id: 'tunisie',
    weight: 3,
    nationalite: 'TUN',
    noms: list('BEN ROMDHANE, CHÉBBI, TRABELSI-GHARBI, JAOUADI, SFAR'),
    femmes: list('Amel, Ons, Rim, Chiraz, Emna'),
    hommes: list('Slim, Béchir, Hédi, Ghazi, Aymen'),
    places: [abroad('SFAX', 'TUNISIE', '351'), abroad('MÉDENINE', 'TUNISIE', '351')],
  },
  {
    id: 'afrique-ouest',
    weight: 7,
    nationalite: 'SEN',
    noms: list("DIALLO, N'DIAYE, TRAORÉ, BÂ, SY, COULIBALY-FALL, M'BODJ"),
    femmes: list('Aïssatou, Fatoumata, Ndèye Coumba, Khady, Mame Diarra, Oumou'),
    hommes: list('Mamadou Lamine, Cheikh, Ibrahima, Ousmane, Serigne, Bakary'),
    places: [abroad('DAKAR', 'SÉNÉGAL', '341'), abroad('KÉDOUGOU', 'SÉNÉGAL', '341')],
  },
  {
    id: 'cote-ivoire',
    weight: 3,
    nationalite: 'CIV',
    noms: list("KOUADIO, N'GUESSAN, YAO-KONAN, GNAHORÉ, TOURÉ"),
    femmes: list('Akissi Prisca, Adjoua, Bintou, Marie-Laure Affoué'),
    hommes: list('Koffi Parfait, Yao Hervé, Aboubakar, Désiré'),
    places: [abroad('BOUAKÉ', "CÔTE D'IVOIRE", '326'), abroad('ABIDJAN', "CÔTE D'IVOIRE", '326')],
  },
  {
    id: 'congo',
    weight: 3,
    nationalite: 'COD',
    noms: list('MBUYI-KALALA, TSHIBANGU, LUKUSA, NGALULA MUKENDI, ILUNGA'),
    femmes: list('Bénédicte, Merveille, Mireille-Nzeba, Espérance, Grâce'),
    hommes: list('Trésor, Jean-Pierre-Mulumba, Fiston, Dieudonné, Héritier'),
    places: [
      abroad('KINSHASA', 'RÉPUBLIQUE DÉMOCRATIQUE DU CONGO', '312'),
      abroad('LUBUMBASHI', 'RÉPUBLIQUE DÉMOCRATIQUE DU CONGO', '312'),
    ],
  },
  {
    id: 'comores',
    weight: 2,
    nationalite: 'COM',
    noms: list('SAÏD ALI, MOHAMED SOILIHI, ABDOU-M’CHANGAMA, HALIDI'),
    femmes: list('Échati, Zaïnaba, Faouzia, Moinaécha'),
    hommes: list('Saïd Omar, Nassur, Ahamada, Daoud'),
    places: [abroad('MORONI', 'COMORES', '397'), abroad('MUTSAMUDU', 'COMORES', '397')],
  },
  {
    id: 'turquie',
    weight: 2,
    nationalite: 'TUR',
    noms: list('ÖZTÜRK, YILDIRIM, ŞAHİN, KARADAĞ, ÇELİK'),
    femmes: list('Gülşen, Zeynep, Ayşe Nur, Hatice'),
    hommes: list('Oğuzhan, Mehmet Ali, Ümit, Kaan'),
    places: [abroad('SİVAS', 'TURQUIE', '208'), abroad('TRABZON', 'TURQUIE', '208')],
  },
  {
    id: 'vietnam',
    weight: 2,
    nationalite: 'VNM',
    noms: list('NGUYEN, TRAN VAN, LE THI, HUYNH, VO'),
    femmes: list('Thi Thu Hà, Mai Linh, Ngoc Anh, Bich'),
    hommes: list('Van Duc, Quoc Bao, Minh, Huu Phuoc'),
    places: [abroad('HUÊ', 'VIÊT NAM', '243'), abroad('HÔ CHI MINH-VILLE', 'VIÊT NAM', '243')],
  },
  {
    id: 'sri-lanka',
    weight: 2,
    nationalite: 'LKA',
    noms: list('SIVASUBRAMANIAM, THAVARAJAH, BALASINGHAM, KANDIAH'),
    femmes: list('Tharshini, Sivagowri, Kirushanthi, Mathuri'),
    hommes: list('Nadarajah, Kirubakaran, Ratnasingam, Sutharsan'),
    places: [abroad('JAFFNA', 'SRI LANKA', '235')],
  },
  {
    id: 'ukraine',
    weight: 2,
    nationalite: 'UKR',
    noms: list('KOVALENKO, SHEVCHUK, HRYTSENKO, LYSENKO'),
    femmes: list('Oksana, Yuliia, Nataliia, Iryna'),
    hommes: list('Dmytro, Andrii, Oleksandr, Yevhen'),
    places: [abroad('KHARKIV', 'UKRAINE', '155'), abroad('LVIV', 'UKRAINE', '155')],
  },
  {
    id: 'portugal',
    weight: 4,
    nationalite: 'PRT',
    noms: list('DA SILVA FERREIRA, GONÇALVES, DOS SANTOS, MAGALHÃES, ARAÚJO'),
    femmes: list('Maria da Conceição, Inês, Graça, Luísa'),
    hommes: list('João Paulo, António, Simão, Luís Miguel'),
    places: [abroad('BRAGA', 'PORTUGAL', '139'), abroad('VISEU', 'PORTUGAL', '139')],
  },
  {
    id: 'italie',
    weight: 2,
    nationalite: 'ITA',
    noms: list("DELL'ORTO, ESPOSITO, D'AGOSTINO, NICOLÒ, LO CASCIO"),
    femmes: list('Chiara, Nicolina, Maria Rosaria, Giulia'),
    hommes: list('Niccolò, Calogero, Gian Luca, Salvatore'),
    places: [abroad('NAPOLI', 'ITALIE', '127'), abroad('PALERMO', 'ITALIE', '127')],
  },
  {
    id: 'espagne',
    weight: 2,
    nationalite: 'ESP',
    noms: list('IBÁÑEZ ROLDÁN, NÚÑEZ CANO, GARCÍA DE LA VEGA, PEÑA SOTO'),
    femmes: list('María Ángeles, Begoña, Nuria, Concepción'),
    hommes: list('José Ramón, Íñigo, Ángel, Andrés'),
    places: [abroad('MURCIA', 'ESPAGNE', '134'), abroad('BILBAO', 'ESPAGNE', '134')],
  },
  {
    id: 'allemagne',
    weight: 1,
    nationalite: 'D',
    noms: list('GROßMANN, KÖHLER, VON DER HEYDE, JÄGER'),
    femmes: list('Käthe, Anneliese, Jördis, Ulrike'),
    hommes: list('Jürgen, Götz, Karl-Heinz, Matthias'),
    places: [abroad('LEIPZIG', 'ALLEMAGNE', '109'), abroad('KÖLN', 'ALLEMAGNE', '109')],
  },
  {
    id: 'roumanie',
    weight: 2,
    nationalite: 'ROU',
    noms: list('POPESCU, ȘTEFĂNESCU, MUNTEANU-IORDACHE, CĂLIN'),
    femmes: list('Ioana, Mărioara, Elena-Mihaela, Crina'),
    hommes: list('Ștefan, Ionuț-Cătălin, Vasile, Andrei'),
    places: [abroad('IAȘI', 'ROUMANIE', '114'), abroad('CRAIOVA', 'ROUMANIE', '114')],
  },
]
