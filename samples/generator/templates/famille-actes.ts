import type { DrawContext, Drawn, Template } from '../template.ts'
import { accord, champ, esc, page, prenom } from './kit.ts'
import { annee, dateFr, jourPasse, plus } from './kit-dates.ts'
import { tiers, telephone } from './kit-fiction.ts'
import { dateEnLettres, enLettres } from './kit-nombres.ts'
import { logo, signature, tampon } from './kit-formes.ts'

/** Birth records: full copy in running text with marginal mentions, extract in rows. */

const CSS = `
.an{font-size:10.6pt;line-height:1.6}.an h1{font-size:14.5pt;text-align:center;margin:6mm 0 2mm;letter-spacing:.3mm}.an .col{display:flex;gap:6mm;margin-top:8mm}
.an .marge{width:48mm;border-right:.3mm solid #333;padding-right:4mm;font-size:8.6pt;line-height:1.45}.an .corps{flex:1;text-align:justify}
.an .ta td{border:.25mm solid #444;padding:1.8mm 2.5mm}.an .ta td:first-child{background:#f1f1ee;width:62mm}
`

const champsActe = ({ person }: DrawContext, delivrance: string): Drawn['champs'] => ({
  nom: person.nom,
  prenoms: person.prenoms.join(' '),
  dateNaissance: person.dateNaissance,
  dateDelivrance: delivrance,
  dateDocument: delivrance,
})

const SANS_OBJET = { dateFinValidite: null, regleValidite: 'sans-objet' } as const

/** Who keeps the record: the town of birth, or the central service for births abroad. */
function officier({ person }: DrawContext): { tete: string; lieu: string; sceau: string } {
  const etranger = person.paysNaissance !== null
  return etranger
    ? {
        tete: 'MINISTÈRE DE L’EUROPE ET DES AFFAIRES ÉTRANGÈRES<br>SERVICE CENTRAL D’ÉTAT CIVIL — NANTES',
        lieu: 'Nantes',
        sceau: 'SERVICE CENTRAL D’ÉTAT CIVIL - NANTES ',
      }
    : {
        tete: `MAIRIE DE ${esc(person.villeNaissance)}<br>Service de l’état civil`,
        lieu: person.villeNaissance,
        sceau: `MAIRIE DE ${person.villeNaissance} - ÉTAT CIVIL `.slice(0, 42),
      }
}

function integrale(context: DrawContext): Drawn {
  const { rng, person, today, partner } = context
  const delivrance = jourPasse(rng, today, 3, 80)
  const { tete, lieu, sceau } = officier(context)
  const pere = tiers(rng, 'M')
  const mere = tiers(rng, 'F')
  const age = rng.int(22, 41)
  const declare = plus(person.dateNaissance, { jours: rng.int(1, 3) })
  const marie = rng.chance(0.4)
  const majorite = plus(person.dateNaissance, { ans: 21, jours: rng.int(30, 900) })
  const html = `<div class="an"><div class="lig"><div style="font-size:9.5pt"><b>${tete}</b><br>Tél. ${telephone(rng)}</div>${logo('soleil', 'ÉTAT CIVIL', 'République française', '#1c2a6e', 11)}</div>
<h1>${rng.pick(['COPIE INTÉGRALE D’ACTE DE NAISSANCE', 'ACTE DE NAISSANCE — COPIE INTÉGRALE'])}</h1><div class="c" style="text-align:center">Acte n° ${rng.int(3, 2890)}/${annee(person.dateNaissance)}</div>
<div class="col"><div class="marge"><b>${champ('nom', esc(person.nom))}<br>${esc(prenom(person))}</b><br><br>MENTIONS MARGINALES<br><br>${marie && majorite < today ? `Marié${accord(person)} à ${esc(partner.adresse.ville)} le ${dateFr(majorite, 'long')} avec ${esc(partner.nom)} ${esc(prenom(partner))}.<br>Mention apposée le ${dateFr(plus(majorite, { jours: 9 }))}.<br>L’officier de l’état civil` : 'Néant'}</div>
<div class="corps"><p>Le ${champ('dateNaissance', dateEnLettres(person.dateNaissance))}, à ${enLettres(rng.int(1, 23))} heures ${enLettres(rng.int(2, 59))} minutes, est né${accord(person)} à ${esc(person.lieuNaissance)}, ${rng.pick(['en la maternité de l’hôpital', 'à la clinique des Marronniers', 'au centre hospitalier'])}, ${champ('prenoms', esc(person.prenoms.join(', ')))} ${esc(person.nom)}, du sexe ${person.sexe === 'M' ? 'masculin' : 'féminin'},</p>
<p>de ${pere.prenom} ${esc(person.nom)}, né le ${dateEnLettres(plus(person.dateNaissance, { ans: -age, jours: -rng.int(5, 300) }))}, ${rng.pick(['maçon', 'cultivateur', 'ajusteur', 'employé de bureau', 'mécanicien'])}, et de ${mere.nomComplet}, née le ${dateEnLettres(plus(person.dateNaissance, { ans: -age + 2, jours: -rng.int(5, 300) }))}, ${rng.pick(['sans profession', 'couturière', 'employée', 'infirmière'])}, son épouse, domiciliés à ${esc(lieu)}.</p>
<p>Dressé le ${dateEnLettres(declare)}, à ${enLettres(rng.int(9, 16))} heures, sur la déclaration ${rng.pick(['du père', 'de la sage-femme ayant assisté à l’accouchement'])} qui, lecture faite et invité à lire l’acte, a signé avec Nous, ${tiers(rng).nomComplet}, adjoint au maire, officier de l’état civil par délégation.</p><p>Suivent les signatures.</p>
<p style="margin-top:8mm">Copie délivrée selon procédé informatisé.<br>Pour copie conforme, ${esc(lieu)}, le ${champ('dateDelivrance', dateFr(delivrance, rng.pick(['long', 'num'] as const)))}<br>L’officier de l’état civil</p><div class="lig" style="justify-content:flex-start">${tampon(rng, sceau, ['R.F.'], 33)}${signature(rng, '#1b2a6b', 44)}</div></div></div>
<p class="pt" style="position:absolute;left:20mm;right:20mm;bottom:12mm">En application du décret n° 2017-890 du 6 mai 2017 relatif à l’état civil. La présente copie ne peut être délivrée qu’à l’intéressé, à son représentant légal, à son conjoint, à ses ascendants et descendants. Quiconque aura fabriqué ou altéré un document délivré par une administration publique sera puni (article 441-2 du code pénal).</p></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['serif', 'sans'] as const), marges: '16mm 20mm' })],
    champs: champsActe(context, delivrance),
    ...SANS_OBJET,
  }
}

function extrait(context: DrawContext): Drawn {
  const { rng, person, today } = context
  const delivrance = jourPasse(rng, today, 3, 80)
  const { tete, lieu, sceau } = officier(context)
  const pere = tiers(rng, 'M')
  const mere = tiers(rng, 'F')
  const filiation = rng.chance(0.7)
  const kv = (l: string, v: string): string => `<tr><td>${l}</td><td>${v}</td></tr>`
  const html = `<div class="an"><div class="c" style="text-align:center;font-size:10pt">RÉPUBLIQUE FRANÇAISE<br><b>${tete}</b></div>
<h1 style="margin-top:14mm">EXTRAIT D’ACTE DE NAISSANCE</h1><div style="text-align:center;margin-bottom:8mm">${filiation ? 'avec indication de la filiation' : 'sans indication de la filiation'} — registre de l’année ${annee(person.dateNaissance)}, acte n° ${rng.int(3, 2890)}</div>
<table class="ta">${kv('Nom', `<b>${champ('nom', esc(person.nom))}</b>`)}${kv('Prénoms', champ('prenoms', esc(person.prenoms.join(', '))))}${kv('Sexe', person.sexe === 'M' ? 'Masculin' : 'Féminin')}${kv('Date de naissance', champ('dateNaissance', dateFr(person.dateNaissance, rng.pick(['num', 'long'] as const))))}${kv('Lieu de naissance', esc(person.lieuNaissance))}${filiation ? kv('Père', `${esc(person.nom)} ${pere.prenom}`) + kv('Mère', `${mere.nom} ${mere.prenom}`) : ''}${kv('Mentions marginales', rng.pick(['Néant', 'Néant', `Conclusion d’un PACS le ${dateFr(plus(delivrance, { jours: -rng.int(300, 1500) }))}`]))}</table>
<p style="margin-top:10mm">Pour extrait conforme aux registres de l’état civil,</p><p>${esc(lieu)}, le ${champ('dateDelivrance', dateFr(delivrance, rng.pick(['num', 'long'] as const)))}</p><p>L’officier de l’état civil,<br>${tiers(rng).nomComplet}</p><div class="lig" style="justify-content:flex-start">${tampon(rng, sceau, ['R.F.'], 35)}${signature(rng, '#1b2a6b', 46)}</div>
<p class="pt" style="position:absolute;left:24mm;right:24mm;bottom:14mm">Les extraits d’actes de naissance sont délivrés gratuitement. Pour certaines démarches, l’extrait doit dater de moins de trois mois. Aucune dispense de légalisation n’est nécessaire pour l’usage en France. CEV ${rng.digits(4)}-${rng.digits(6)}</p></div>`
  return {
    pages: [page(html, { css: CSS, fonte: rng.pick(['sans', 'serif', 'dejaSerif'] as const), marges: '20mm 24mm' })],
    champs: champsActe(context, delivrance),
    ...SANS_OBJET,
  }
}

export const ACTES: readonly Template[] = [
  { id: 'acte-de-naissance/copie-integrale', type: 'acte-de-naissance', draw: integrale },
  { id: 'acte-de-naissance/extrait', type: 'acte-de-naissance', draw: extrait },
]
