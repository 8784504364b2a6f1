import { coche } from '../kit-formes.ts'
import type { DrawContext, Drawn, DrawnPage, Template } from '../../template.ts'
import { feuille, inedit, SANS_OBJET } from './commun.ts'

/** Sheets that concern nobody: an advertisement, an empty form, a picture, a map, a game, a recipe. */

const anonyme = (page: DrawnPage): Drawn => ({ pages: [page], champs: {}, ...SANS_OBJET })

const publicite = ({ rng }: DrawContext): Drawn => {
  const offre = (n: string): string =>
    `<div style="border:.4mm solid #d22;border-radius:3mm;padding:4mm;text-align:center"><div style="height:26mm;background:radial-gradient(circle,#fbd37a,#fff)"></div><b>${n}</b><div style="font-size:20pt;color:#d22"><b>${rng.int(1, 29)},${rng.pick(['49', '90', '99'])} €</b></div></div>`
  const noms = [
    'Oranges à jus, le filet',
    'Lessive 40 lavages',
    'Saumon fumé',
    'Couches, lot de 60',
    'Café moulu',
    'Tondeuse',
    'Yaourts x 16',
    'Pizza 4 fromages',
    'Vélo enfant',
  ]
  return anonyme(
    feuille(
      `<div style="background:#d22;color:#fff;margin:-15mm -17mm 8mm;padding:10mm 17mm;font-size:26pt;line-height:1.1"><b>FOIRE D’AUTOMNE<br>-50 %</b> sur le deuxième article</div><div style="display:grid;grid-template-columns:1fr 1fr 1fr;gap:5mm">${noms.map(offre).join('')}</div><p class="c" style="margin-top:6mm">Du mardi au dimanche, dans la limite des stocks disponibles. Pour votre santé, évitez de manger trop gras, trop sucré, trop salé.</p>`,
    ),
  )
}

const formulaireVide = (): Drawn => {
  const l = (t: string): string => `<p style="margin:4mm 0;border-bottom:.25mm dotted #333">${t}&nbsp;:</p>`
  return anonyme(
    feuille(
      `<h1 class="c">FICHE D’INSCRIPTION — ATELIER POTERIE</h1><p class="c">Association Les Mains dans la terre</p>${['Nom', 'Prénom', 'Téléphone', 'Courriel', 'Personne à prévenir', 'Allergies'].map(l).join('')}<p>Séance choisie : ${coche(false)} mardi soir ${coche(false)} mercredi après-midi ${coche(false)} samedi matin</p><p>Droit à l’image : ${coche(false)} oui ${coche(false)} non</p><p>Cotisation annuelle : 120 euros, payable en trois chèques.</p>${l('Date')}${l('Signature')}`,
      { pt: 11 },
    ),
  )
}

/** A landscape without a word: sky, hills, a house and a tree. */
const photographie = ({ rng }: DrawContext): Drawn => {
  const bruit = Array.from(
    { length: 160 },
    () =>
      `<circle cx="${rng.int(0, 150)}" cy="${rng.int(64, 100)}" r="${rng.int(1, 4)}" fill="#${rng.pick(['4d7a3a', '5f8f45', '3e6a33', '7aa255'])}" opacity=".7"/>`,
  ).join('')
  return anonyme(
    feuille(
      `<svg viewBox="0 0 150 100" preserveAspectRatio="none" style="position:absolute;inset:0;width:100%;height:100%"><defs><linearGradient id="ciel" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#5f9fd8"/><stop offset="1" stop-color="#f4dcb8"/></linearGradient></defs><rect width="150" height="100" fill="url(#ciel)"/><circle cx="${rng.int(20, 130)}" cy="18" r="8" fill="#fff3c4"/><path d="M0 62 C25 38 45 52 70 44 S120 40 150 58 V100 H0Z" fill="#6b8f71"/><path d="M0 72 C40 58 90 74 150 64 V100 H0Z" fill="#547d4a"/>${bruit}<path d="M86 74V58l12-9 12 9v16z" fill="#c9a27c"/><path d="M84 59l14-11 14 11z" fill="#8c3f30"/><rect x="95" y="64" width="6" height="10" fill="#5a3a26"/><rect x="38" y="56" width="4" height="20" fill="#5b4126"/><circle cx="40" cy="50" r="12" fill="#3c6634"/><circle cx="33" cy="55" r="7" fill="#49763e"/></svg>`,
      { largeurMm: 150, hauteurMm: 100 },
    ),
  )
}

const plan = ({ rng }: DrawContext): Drawn => {
  const rues = ['Rue des Tanneurs', 'Avenue de la Gare', 'Quai Neuf', 'Rue Haute', 'Boulevard Carnot', 'Rue du Four']
  const traits = rues.map((_, i) => {
    const y = 30 + i * 24 + rng.int(-5, 5)
    return `<path id="r${i}" d="M0 ${y} C50 ${y - rng.int(0, 18)} 110 ${y + rng.int(0, 18)} 176 ${y - 6}" fill="none" stroke="#e8c86a" stroke-width="5"/>`
  })
  const verticales = Array.from(
    { length: 7 },
    (_, i) => `<path d="M${12 + i * 25} 0 L${18 + i * 24} 190" stroke="#ddd" stroke-width="3"/>`,
  )
  const noms = rues.map(
    (r, i) => `<div class="abs" style="left:${20 + i * 16}mm;top:${52 + i * 24}mm;font-size:8pt">${r}</div>`,
  )
  return anonyme(
    feuille(
      `<h1>PLAN DU CENTRE-VILLE</h1><svg viewBox="0 0 176 190" style="width:176mm;height:190mm;background:#f3efe2;border:.4mm solid #666"><path d="M0 150 C60 130 120 190 176 160 V190 H0Z" fill="#9cc7e4"/>${verticales.join('')}${traits.join('')}<rect x="60" y="66" width="26" height="18" fill="#a9d19a"/><rect x="110" y="96" width="14" height="12" fill="#c98"/></svg>${noms.join('')}<p style="margin-top:4mm">Légende : ■ office de tourisme — ● parking — ✚ pharmacie — échelle 1 : 5 000</p>`,
    ),
  )
}

const motsCroises = ({ rng }: DrawContext): Drawn => {
  const grille = Array.from(
    { length: 11 },
    (_, y) =>
      `<tr>${Array.from({ length: 11 }, (_, x) => `<td style="width:11mm;height:11mm;padding:0;background:${rng.chance(0.17) && x + y > 1 ? '#111' : '#fff'}"></td>`).join('')}</tr>`,
  ).join('')
  const defs = [
    'Capitale andine',
    'Se lit au théâtre',
    'Note',
    'Vieux bœuf',
    'Cours d’eau italien',
    'Fin de partie',
    'Met du sel',
    'Ville normande',
    'Pronom',
    'Fruit d’automne',
    'Petit écran',
  ]
  return anonyme(
    feuille(
      `<div class="lig"><b style="font-size:16pt">MOTS CROISÉS</b><span>Grille n° ${rng.int(120, 980)} — force 2</span></div><table class="tb" style="width:auto;margin:6mm auto">${grille}</table><div class="col"><div><h3>HORIZONTALEMENT</h3>${defs.map((d, i) => `${i + 1}. ${d}.`).join(' ')}</div><div><h3>VERTICALEMENT</h3>${[
        ...defs,
      ]
        .reverse()
        .map((d, i) => `${String.fromCharCode(65 + i)}. ${d}.`)
        .join(' ')}</div></div><p class="pt r" style="margin-top:6mm">Solution page 34</p>`,
    ),
  )
}

const recette = (): Drawn =>
  anonyme(
    feuille(
      `<h1 style="font-size:22pt">Gratin de courge aux châtaignes</h1><p><i>Pour 6 personnes — préparation 25 min — cuisson 45 min — facile</i></p><div class="col"><div style="flex:0 0 58mm" class="gris"><h2>Ingrédients</h2><ul><li>1,2 kg de courge</li><li>300 g de châtaignes cuites</li><li>25 cl de crème</li><li>2 œufs</li><li>80 g de comté râpé</li><li>1 gousse d’ail</li><li>sel, poivre, muscade</li></ul></div><div><h2>Préparation</h2><p>1. Épluchez la courge et coupez-la en dés. Faites-la cuire vingt minutes à la vapeur.</p><p>2. Préchauffez le four à 180 °C. Frottez le plat avec l’ail et beurrez-le.</p><p>3. Battez les œufs avec la crème, salez, poivrez, râpez un peu de muscade.</p><p>4. Mélangez courge et châtaignes, versez l’appareil, parsemez de fromage.</p><p>5. Enfournez vingt-cinq minutes, jusqu’à ce que le dessus soit doré. Servez avec une salade.</p><h2>Le conseil</h2><p>Remplacez le comté par du bleu pour un goût plus corsé. Ce plat se congèle bien.</p></div></div>`,
      { pt: 11, fonte: 'dejaSerif' },
    ),
  )

const HORS = 'hors-perimetre'

export const INEDITS_HORS_IMAGES: readonly Template[] = [
  inedit(HORS, 'publicite', publicite),
  inedit(HORS, 'formulaire-vide', formulaireVide),
  inedit(HORS, 'photographie', photographie),
  inedit(HORS, 'plan-de-ville', plan),
  inedit(HORS, 'mots-croises', motsCroises),
  inedit(HORS, 'recette', recette),
]
