import { rng } from '../../../samples/generator/rng.ts'
import type { Rng } from '../../../samples/generator/template.ts'
import type { Example } from './example.ts'
import { filler, strangers } from './filler.ts'
import { misread, noiseRate } from './noise.ts'

/** Common words of the languages that lie on French scanners: what any text is made of, whatever it is about. */
const LANGUAGES = [
  `le la les un une des de du à au en dans sur sous avec sans pour par vers chez depuis pendant avant après et ou mais donc car si
  comme quand que qui quoi dont où je tu il elle nous vous ils elles me te se lui leur mon ton son notre votre ce cette ces tout toute
  tous rien personne chose homme femme enfant ami père mère frère sœur maison porte fenêtre jardin ville village route chemin pays
  monde jour nuit matin soir heure temps année mois semaine hiver été printemps eau pain vin table chaise livre page mot phrase
  histoire vie mort amour peur joie main œil tête cœur corps voix pied être avoir faire dire aller voir savoir pouvoir vouloir venir
  prendre donner mettre tenir parler aimer passer penser demander trouver laisser regarder répondre entendre rester attendre
  chercher croire perdre ouvrir fermer écrire lire grand petit bon mauvais beau vieux jeune nouveau long court haut bas blanc noir
  rouge vert bleu premier dernier autre même seul plus moins très bien mal peu beaucoup trop encore toujours jamais souvent déjà
  ici là hier demain aujourd'hui oui non pluie soleil vent mer montagne forêt chien chat oiseau cheval train voiture avion bateau
  musique film jeu sport équipe club fête repas cuisine marché magasin prix argent travail école leçon élève classe question réponse
  idée projet problème moyen façon partie point côté groupe ordre place fond force guerre paix roi siècle`,
  `the a an of to in and is it you that he was for on are with as his they at be this have from or one had by word but not what all
  were we when your can said there use each which she do how their if will up other about out many then them these so some her would
  make like him into time has look two more write go see number no way could people my than first water been call who oil its now find
  long down day did get come made may part please thank hello order house school work dear sincerely regards week month price`,
  `der die das und in zu den mit ist von nicht ein eine auf für im dem auch es an werden aus er hat dass sie nach bei um am sind noch
  wie über einen so zum haben nur oder aber vor zur bis mehr durch man sein wurde wenn kann schon Jahr Haus Schule Arbeit Tag Zeit
  bitte danke Herr Frau Stadt Straße Nummer Woche Monat Preis Leben Kinder Wasser`,
  `de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy
  sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros casa trabajo escuela año día tiempo
  señor señora ciudad calle número semana mes precio gracias vida niños agua`,
  `di che è la il un a per in una mi sono ho non ma lo ha le si ti i con cosa se io come da ci no questo qui hai sei del bene tu sì me
  più al mio perché lei solo te era gli tutto della così mia ne questa fare quando ora fatto essere mai chi oggi casa lavoro scuola
  anno giorno tempo signore città via numero settimana mese prezzo grazie vita`,
].map(words => words.split(/\s+/))

/** Texts about anything: tales, letters, notices, in several languages, of which none is a pièce. */
export function examplesOfProse(seed: number, count: number): Example[] {
  return Array.from({ length: count }, (_, i) => {
    const random = rng('prose', seed, i)
    const rate = noiseRate(random)
    const lines = Array.from({ length: random.int(1, 30) }, () => misread(line(random, i), rate, random))
    return { type: 'hors-perimetre', source: 'prose', pages: [{ lines, card: random.chance(0.1) }] }
  })
}

function line(random: Rng, i: number): string {
  // Every third text is made of the formulas of letters and forms alone.
  if (i % 3 === 0 || random.chance(0.15)) return filler(random)
  if (random.chance(0.02)) return strangers(random)
  const words = LANGUAGES[i % 2 === 0 ? 0 : (i >> 1) % LANGUAGES.length] ?? []
  return Array.from({ length: random.int(3, 14) }, () => random.pick(words)).join(' ')
}
