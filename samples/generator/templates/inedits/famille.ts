import { accord, champ, civil, esc, identite, monsieurMadame, nir, nomUsuel, prenom } from '../kit.ts'
import { annee, dateFr, jourPasse, plus } from '../kit-dates.ts'
import { dateEnLettres } from '../kit-nombres.ts'
import { telephone, territoire, tiers } from '../kit-fiction.ts'
import { blocEtat, griffe, logo, signature, tampon } from '../kit-formes.ts'
import type { DrawContext, Drawn, Person, Template } from '../../template.ts'
import { feuille, feuilles, inedit, PAYSAGE, SANS_OBJET } from './commun.ts'

/** Civil status and pregnancy: booklets, records and certificates of other issuers. */

const nee = (p: Person): string => `né${accord(p)} le ${dateFr(p.dateNaissance, 'long')} à ${esc(p.lieuNaissance)}`

/** Booklet of unmarried parents: one frame for each parent, then the children, upright pages. */
function livretParents(c: DrawContext): Drawn {
  const { rng, person: p, partner: q, children } = c
  const delivrance = children[0]
    ? plus(children[0].dateNaissance, { jours: rng.int(3, 9) })
    : jourPasse(rng, c.today, 200, 3000)
  const ville = p.adresse.ville
  const cadre = (titre: string, corps: string): string =>
    `<div class="enc" style="margin-bottom:7mm;min-height:86mm"><h2 class="c" style="margin-top:0">${titre}</h2>${corps}</div>`
  const ligne = (a: string, b: string): string =>
    `<tr><td class="g" style="width:40mm">${a}</td><td class="mach">${b}</td></tr>`
  const officier = (le: string): string =>
    `<div class="lig" style="margin-top:4mm"><div style="font-size:8pt">Certifié conforme,<br>le ${dateFr(le)}<br>L’officier de l’état civil${signature(rng, '#222', 30)}</div>${tampon(rng, `MAIRIE DE ${ville} •`, ['ÉTAT', 'CIVIL'], 24)}</div>`
  const parent = (x: Person, premier: boolean): string =>
    `<table class="li">${ligne('Acte de naissance n°', `${rng.int(12, 2900)} / ${annee(x.dateNaissance)}`)}${ligne('NOM', premier ? champ('nom', esc(x.nom)) : champ('nomConjoint', esc(x.nom)))}${ligne('Prénoms', premier ? champ('prenoms', esc(x.prenoms.join(' '))) : esc(x.prenoms.join(' ')))}${ligne('Date de naissance', premier ? champ('dateNaissance', dateFr(x.dateNaissance, 'long')) : dateFr(x.dateNaissance, 'long'))}${ligne('Lieu', esc(x.lieuNaissance))}</table>${officier(delivrance)}`
  const p1 = `<div class="c" style="font-size:8pt">${esc(ville)}</div><h1 class="c" style="letter-spacing:1mm">LIVRET DE FAMILLE</h1><p class="c">remis à ${esc(prenom(p))} ${esc(p.nom)} et ${esc(prenom(q))} ${esc(q.nom)}, le ${champ('dateDelivrance', dateFr(delivrance))}</p>${cadre('EXTRAIT DE L’ACTE DE NAISSANCE<br>DU PREMIER PARENT', parent(p, true))}${cadre('EXTRAIT DE L’ACTE DE NAISSANCE<br>DU SECOND PARENT', parent(q, false))}`
  const rangs = ['PREMIER', 'DEUXIÈME', 'TROISIÈME', 'QUATRIÈME'] as const
  const p2 = rangs
    .slice(0, 2)
    .map((r, i) => {
      const e = children[i]
      return cadre(
        `EXTRAIT DE L’ACTE DE NAISSANCE DU ${r} ENFANT`,
        e
          ? `<table class="li">${ligne('Acte n°', `${rng.int(12, 2900)}`)}${ligne('Le', dateEnLettres(e.dateNaissance))}${ligne('à', esc(e.lieuNaissance))}${ligne('est né' + accord(e), `${esc(e.prenoms.join(' '))} ${esc(e.nom)}`)}${ligne('Sexe', e.sexe === 'F' ? 'féminin' : 'masculin')}</table>${officier(plus(e.dateNaissance, { jours: 4 }))}`
          : '<table class="li">' +
              ['Acte n°', 'Le', 'à', 'est né(e)', 'Sexe'].map(x => ligne(x, '&nbsp;')).join('') +
              '</table>',
      )
    })
    .join('')
  return {
    pages: feuilles([p1, `<div class="c" style="margin-bottom:4mm">6</div>${p2}`], {
      fonte: 'serif',
      marges: '14mm 34mm',
      pt: 9.4,
    }),
    champs: {
      nom: p.nom,
      prenoms: p.prenoms.join(' '),
      dateNaissance: p.dateNaissance,
      nomConjoint: q.nom,
      nombreEnfants: Math.min(2, children.length),
      dateDelivrance: delivrance,
    },
    ...SANS_OBJET,
  }
}

/** An old booklet filled in by hand, opened at the spouses, the children on the next opening. */
function livretManuscrit(c: DrawContext): Drawn {
  const { rng, person: p, partner: q, children } = c
  const premier = children[0]?.dateNaissance ?? c.today
  const mariage = plus(premier, { jours: -rng.int(300, 900) })
  const deux = (gauche: string, droite: string): string =>
    `<div class="col" style="height:178mm"><div style="border-right:.3mm solid #999;padding-right:6mm">${gauche}</div><div>${droite}</div></div>`
  const l = (a: string, b: string): string =>
    `<div style="border-bottom:.25mm dotted #555;padding-top:1.2mm"><span style="font-size:8.5pt">${a} </span><span class="main" style="font-size:15pt">${b}</span></div>`
  const epoux = (titre: string, x: Person, un: boolean): string =>
    `<h2 class="c">${titre}</h2>${l('Nom', un ? champ('nom', esc(x.nom)) : champ('nomConjoint', esc(x.nom)))}${l('Prénoms', un ? champ('prenoms', esc(x.prenoms.join(' '))) : esc(x.prenoms.join(' ')))}${l('Né(e) le', un ? champ('dateNaissance', dateFr(x.dateNaissance, 'long')) : dateFr(x.dateNaissance, 'long'))}${l('à', esc(x.lieuNaissance))}${l('Fils ou fille de', `${rng.pick(['Jean', 'Paul', 'Ali', 'Henri'])} ${esc(x.nom)}`)}${l('et de', rng.pick(['Jeanne ROUSSELIN', 'Marie VAUCLERC', 'Fatma BEN YEDDER']))}`
  const [mari, femme] = p.sexe === 'M' ? [p, q] : [q, p]
  const p1 = deux(
    `<div class="c" style="font-size:8pt">Mairie de ${esc(p.adresse.ville)}</div><h1 class="c">EXTRAIT DE L’ACTE DE MARIAGE N° ${rng.int(3, 240)}</h1><p>Le <span class="main">${champ('dateMariage', dateFr(mariage, 'long'))}</span> a été célébré le mariage des époux désignés ci-contre.</p><p>Contrat de mariage : <span class="main">néant</span></p><p>Délivré le <span class="main">${champ('dateDelivrance', dateFr(mariage, 'long'))}</span></p><p>L’officier de l’état civil,</p>${signature(rng, '#1a2766', 40)}${tampon(rng, `MAIRIE DE ${p.adresse.ville} •`, ['R.F.'], 30)}`,
    `${epoux('ÉPOUX', mari, mari === p)}${epoux('ÉPOUSE', femme, femme === p)}`,
  )
  const enfant = (i: number): string => {
    const e = children[i]
    return `<h2 class="c">${i + 1}${i === 0 ? 'er' : 'e'} ENFANT</h2><div style="font-size:8pt" class="c">Extrait de l’acte de naissance n° ${e ? rng.int(20, 1900) : '........'}</div>${l('Le', e ? dateFr(e.dateNaissance, 'long') : '')}${l('est né(e) à', e ? esc(e.lieuNaissance) : '')}${l('Nom et prénoms', e ? `${esc(e.nom)} ${esc(e.prenoms.join(' '))}` : '')}${e ? `<div class="lig">${signature(rng, '#1a2766', 26)}${tampon(rng, `MAIRIE DE ${p.adresse.ville} •`, ['R.F.'], 20)}</div>` : ''}`
  }
  return {
    pages: feuilles(
      [
        p1,
        deux(
          `<div class="c" style="font-size:8pt">— 4 —</div>${enfant(0)}${enfant(1)}`,
          `<div class="c" style="font-size:8pt">— 5 —</div>${enfant(2)}${enfant(3)}`,
        ),
      ],
      { ...PAYSAGE, fonte: 'dejaSerif', pt: 9, marges: '12mm 14mm' },
    ),
    champs: {
      nom: p.nom,
      prenoms: p.prenoms.join(' '),
      dateNaissance: p.dateNaissance,
      nomConjoint: q.nom,
      dateMariage: mariage,
      nombreEnfants: children.length,
      dateDelivrance: mariage,
    },
    ...SANS_OBJET,
  }
}

const champsActe = ({ person: p }: DrawContext, jour: string): Drawn['champs'] => ({
  nom: p.nom,
  prenoms: p.prenoms.join(' '),
  dateNaissance: p.dateNaissance,
  dateDelivrance: jour,
  dateDocument: jour,
})

/** The multilingual form of the Vienna convention: numbered boxes, legends in several languages. */
function plurilingue(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 8, 200)
  const [aa, mm, jj] = p.dateNaissance.split('-') as [string, string, string]
  const b = (n: number, t: string, v: string): string =>
    `<tr><td style="width:8mm;text-align:center">${n}</td><td style="width:62mm;font-size:7.6pt">${t}</td><td class="mach"><b>${v}</b></td></tr>`
  const html = `<table class="tb"><tr><td style="width:8mm" class="c">1</td><td style="width:62mm;font-size:7.6pt">État / Staat / State / Estado / Stato</td><td><b>RÉPUBLIQUE FRANÇAISE</b></td></tr>${b(2, 'Service de l’état civil de / Standesamt / Civil Registry Office of / Registro Civil de', esc(p.villeNaissance))}</table>
<h1 class="c" style="font-size:12.5pt;border:.3mm solid #333;padding:2mm;margin:5mm 0">3&nbsp;&nbsp; EXTRAIT DE L’ACTE DE NAISSANCE N° ${rng.int(14, 3900)}<br><span style="font-size:7.6pt;font-weight:normal">Auszug aus dem Geburtseintrag — Extract of the record of birth — Extracto del acta de nacimiento — Estratto dell’atto di nascita</span></h1>
<table class="tb">${b(4, 'Date et lieu de naissance / Tag und Ort der Geburt / Date and place of birth', `Jo ${jj} &nbsp; Mo ${mm} &nbsp; An ${aa}<br>${champ('dateNaissance', `${jj}/${mm}/${aa}`)} ${esc(p.lieuNaissance)}`)}${b(5, 'Nom / Name / Apellidos / Cognome', champ('nom', esc(p.nom)))}${b(6, 'Prénoms / Vornamen / Forenames / Nombre propio', champ('prenoms', esc(p.prenoms.join(', '))))}${b(7, 'Sexe / Geschlecht / Sex', p.sexe)}</table>
<table class="tb" style="margin-top:4mm"><tr><th></th><th>8 Père / Vater / Father</th><th>9 Mère / Mutter / Mother</th></tr><tr><td>5 Nom</td><td class="mach">${esc(p.nom)}</td><td class="mach">${tiers(rng, 'F').nom}</td></tr><tr><td>6 Prénoms</td><td class="mach">${tiers(rng, 'M').prenom}</td><td class="mach">${tiers(rng, 'F').prenom}</td></tr></table>
<table class="tb" style="margin-top:4mm"><tr><td style="width:8mm" class="c">10</td><td style="width:62mm;font-size:7.6pt">Autres énonciations de l’acte / Other particulars of the record</td><td style="height:26mm" class="mach">${rng.pick(['—', `Mar ${rng.int(10, 28)} 06 ${Number(aa) + 26}`])}</td></tr></table>
<table class="tb" style="margin-top:4mm"><tr><td style="width:8mm" class="c">11</td><td style="width:62mm;font-size:7.6pt">Date de délivrance, signature et sceau du dépositaire / Date of issue, signature, seal</td><td>${champ('dateDelivrance', champ('dateDocument', dateFr(jour, 'espace')))}<div class="lig">${signature(rng, '#222', 34)}${tampon(rng, `MAIRIE DE ${p.villeNaissance} •`, ['R.F.'], 28)}</div></td></tr></table>
<p class="pt" style="margin-top:4mm">SYMBOLES / ZEICHEN / SYMBOLS : Jo jour, Tag, day, día — Mo mois, Monat, month, mes — An année, Jahr, year, año — M masculin — F féminin — Mar mariage, Eheschliessung, marriage — Div divorce — D décès. L’extrait est délivré en application de la convention signée à Vienne le 8 septembre 1976.</p>`
  return { pages: [feuille(html, { pt: 9 })], champs: champsActe(c, jour), ...SANS_OBJET }
}

/** Copy of the central service of civil status, for a birth abroad. */
function nantes(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 8, 260)
  const pere = tiers(rng, 'M')
  const mere = tiers(rng, 'F')
  const html = `<div class="lig">${blocEtat('MINISTÈRE DE L’EUROPE<br>ET DES AFFAIRES ÉTRANGÈRES', 60)}<div class="r">SERVICE CENTRAL D’ÉTAT CIVIL<br>11, rue de la Maison Blanche<br>44941 NANTES CEDEX 09</div></div>
<div class="lig" style="margin-top:9mm"><b>COPIE D’ACTE DE NAISSANCE</b><span>CSL.${p.villeNaissance.slice(0, 6)}.${annee(p.dateNaissance) + rng.int(8, 20)}.${String(rng.int(120, 98000)).padStart(6, '0')}</span></div>
<div class="col" style="margin-top:6mm;min-height:130mm"><div class="mach" style="flex:0 0 112mm;line-height:1.65;font-size:9.6pt"><p>${champ('nom', esc(p.nom))}<br>${champ('prenoms', esc(p.prenoms.join(', ')))}</p><p>Le ${dateEnLettres(p.dateNaissance)} (${champ('dateNaissance', dateFr(p.dateNaissance))}) est né${accord(p)} à ${esc(p.lieuNaissance)} :<br>${esc(p.prenoms.join(', '))}, du sexe ${p.sexe === 'F' ? 'féminin' : 'masculin'},</p><p>de ${pere.prenom} ${esc(p.nom)}, né le ${rng.int(2, 27)} mai ${annee(p.dateNaissance) - rng.int(22, 35)}, et de ${mere.prenom} ${mere.nom}, née le ${rng.int(2, 27)} juin ${annee(p.dateNaissance) - rng.int(20, 33)}.</p><p>Acte établi en application de l’article 98 du code civil.</p><p>Nantes, le ${dateFr(plus(p.dateNaissance, { ans: 12 }), 'long')}<br>Nous, ${tiers(rng).nomComplet}, officier de l’état civil.</p></div>
<div style="border-left:.2mm solid #888;padding-left:4mm;font-size:8.4pt"><i>Mentions marginales</i><p style="margin-top:4mm">${rng.pick(['Néant.', `Français${accord(p)} par l’effet du décret de naturalisation du ${dateFr(plus(p.dateNaissance, { ans: 14 }), 'long')}.`])}</p></div></div>
<p>Copie certifiée conforme, délivrée selon procédé informatisé.<br>À Nantes, le ${champ('dateDelivrance', champ('dateDocument', dateFr(jour, 'long')))}</p><div class="lig"><div>L’officier de l’état civil<br>${tiers(rng).nomComplet}${signature(rng, '#222', 36)}</div>${tampon(rng, 'SERVICE CENTRAL D’ÉTAT CIVIL • NANTES •', ['R.F.'], 34)}</div>`
  return { pages: [feuille(html, { fonte: 'serif', pt: 10 })], champs: champsActe(c, jour), ...SANS_OBJET }
}

function grossesse(c: DrawContext): { jour: string; debut: string; terme: string } {
  const jour = jourPasse(c.rng, c.today, 4, 100)
  const debut = plus(jour, { jours: -c.rng.int(70, 150) })
  return { jour, debut, terme: plus(debut, { mois: 9 }) }
}
const champsGrossesse = (c: DrawContext, jour: string, terme: string): Drawn['champs'] => ({
  ...identite(c.person),
  dateNaissance: c.person.dateNaissance,
  dateDocument: jour,
  dateAccouchementPrevue: terme,
})

/** On a half sheet of a midwife's block. */
function sageFemme(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const { jour, terme } = grossesse(c)
  const sf = tiers(rng, 'F')
  const html = `<div class="c" style="border-bottom:.4mm solid #a0527a;padding-bottom:2mm"><b style="font-size:13pt;color:#a0527a">${sf.nomComplet}</b><br>Sage-femme libérale conventionnée — échographies obstétricales<br>RPPS 1000${rng.digits(7)} — ${telephone(rng)}</div>
<div class="r" style="margin:4mm 0">Le ${champ('dateDocument', dateFr(jour))}</div><div class="main" style="font-size:16pt">Je certifie que M<sup>me</sup> ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, née le ${champ('dateNaissance', dateFr(p.dateNaissance))}, est enceinte.<br>La grossesse évolue normalement.<br>Terme prévu le ${champ('dateAccouchementPrevue', dateFr(terme))}.<br>Certificat remis en main propre pour sa demande de logement.</div><div style="margin-left:70mm">${signature(rng)}${griffe(rng, [sf.nomComplet, 'Sage-femme D.E.'])}</div>`
  return {
    pages: [feuille(html, { largeurMm: 148, hauteurMm: 210, marges: '10mm 12mm', pt: 9 })],
    champs: champsGrossesse(c, jour, terme),
    ...SANS_OBJET,
  }
}

/** Letter of a maternity hospital, with the social security number in its header table. */
function maternite(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const { jour, debut, terme } = grossesse(c)
  const lieu = territoire(rng)
  const html = `${logo('onde', `Centre hospitalier de ${lieu}`, 'Pôle femme, mère, enfant — maternité', '#1f6f8b', 14)}
<table class="tb" style="margin-top:8mm"><tr><th>Patiente</th><th>Date de naissance</th><th>N° d’assurée</th><th>IPP</th></tr><tr><td>${champ('nom', esc(nomUsuel(p)))} ${champ('prenoms', esc(prenom(p)))}</td><td>${champ('dateNaissance', dateFr(p.dateNaissance))}</td><td>${nir(p.nir, 'espaces')}</td><td>${rng.digits(8)}</td></tr></table>
<h1 style="margin-top:12mm">ATTESTATION DE SUIVI DE GROSSESSE</h1><p>Consultation du ${champ('dateDocument', dateFr(jour, 'long'))}</p>
<p>Madame ${esc(nomUsuel(p))} est suivie dans notre service pour une grossesse ${rng.pick(['unique', 'gémellaire'])} de ${rng.int(12, 22)} semaines d’aménorrhée, dont le début est estimé par échographie au ${dateFr(debut, 'long')}.</p><p>Date prévue de l’accouchement : <b>${champ('dateAccouchementPrevue', dateFr(terme, 'long'))}</b>.</p><p>Une déclaration a été télétransmise à la caisse d’assurance maladie et à la caisse d’allocations familiales.</p><p>Attestation établie à la demande de l’intéressée et remise en main propre.</p><div style="margin:14mm 0 0 95mm">Docteur ${tiers(rng).nomComplet}<br>Gynécologue-obstétricien${signature(rng)}</div><div class="pied">Centre hospitalier de ${lieu} — établissement public de santé — FINESS ${rng.digits(9)} — standard ${telephone(rng)}</div>`
  return { pages: [feuille(html, { pt: 10.6 })], champs: champsGrossesse(c, jour, terme), ...SANS_OBJET }
}

/** Order of the family judge at the beginning of the procedure: who lives where, pension, children. Two pages. */
function ordonnance(c: DrawContext): Drawn {
  const { rng, person: p, partner: q } = c
  const jour = jourPasse(rng, c.today, 30, 900)
  const rg = `${String(annee(jour)).slice(2)}/${rng.digits(5)}`
  const ville = p.adresse.ville
  const p1 = `<div class="col"><div style="flex:0 0 52mm;font-size:8.6pt">TRIBUNAL JUDICIAIRE<br>DE ${esc(ville)}<br><br>Chambre de la famille<br>Cabinet ${rng.int(1, 9)}<br><br>MINUTE N° ${annee(jour)}/${rng.int(100, 2900)}<br>N° RG ${champ('numeroRg', rg)}<br>N° Portalis DB${rng.digits(2)}-W-B7F-${rng.pick(['VKZQ', 'WTRM'])}<br><br>Affaire :<br>${esc(p.nom)} / ${esc(q.nom)}<br><br>Copie exécutoire délivrée le ${dateFr(plus(jour, { jours: 4 }))}</div>
<div style="border-left:.3mm solid #333;padding-left:6mm"><h1 style="font-size:13.5pt">ORDONNANCE D’ORIENTATION ET SUR MESURES PROVISOIRES</h1><p>rendue le <b>${champ('dateJugement', champ('dateDocument', dateFr(jour, 'long')))}</b></p><p>Nous, ${tiers(rng).nomComplet}, juge aux affaires familiales, assisté${'e'} de ${tiers(rng).nomComplet}, greffière,</p><p><b>DEMANDEUR À L’INSTANCE EN DIVORCE</b><br>${monsieurMadame(p)} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}<br>${nee(p)}<br>${esc(p.adresse.ligne)}, ${p.adresse.codePostal} ${esc(ville)}<br>comparant, assisté de Me ${tiers(rng).nom}, avocat</p><p><b>DÉFENDEUR</b><br>${monsieurMadame(q)} ${esc(prenom(q))} ${esc(q.nom)}<br>${nee(q)}<br>représenté par Me ${tiers(rng).nom}, avocat</p><p class="j">Vu l’assignation en divorce délivrée le ${dateFr(plus(jour, { mois: -3 }))} ; vu les articles 254 et suivants du code civil ; après débats tenus en chambre du conseil, hors la présence du public, la décision ayant été mise en délibéré,</p><p class="j">Il est constant que les époux résident séparément depuis le ${dateFr(plus(jour, { mois: -6 }))}. Aucun accord n’a pu être constaté sur la jouissance du domicile conjugal, dont le bail a été conclu par les deux époux.</p></div></div>`
  const p2 = `<p><b>STATUANT publiquement, par ordonnance contradictoire, exécutoire de droit à titre provisoire,</b></p>${[
    `CONSTATONS la résidence séparée des époux depuis le ${dateFr(plus(jour, { mois: -6 }))}`,
    `ATTRIBUONS la jouissance du logement du ménage à ${monsieurMadame(q)} ${esc(q.nom)}, à charge pour ${q.sexe === 'F' ? 'elle' : 'lui'} d’en acquitter le loyer`,
    `DISONS que ${monsieurMadame(p)} ${esc(nomUsuel(p))} disposera d’un délai de deux mois pour quitter les lieux`,
    `DISONS que l’autorité parentale sera exercée en commun et FIXONS la résidence habituelle des enfants en alternance`,
    `FIXONS à ${rng.int(80, 260)} euros par mois et par enfant la contribution à leur entretien et à leur éducation`,
    'RENVOYONS l’affaire à l’audience de mise en état électronique pour conclusions au fond',
    'RÉSERVONS les dépens',
  ]
    .map(t => `<p class="j" style="margin-left:8mm">${t} ;</p>`)
    .join(
      '',
    )}<p>La présente ordonnance peut être frappée d’appel dans le délai de quinze jours à compter de sa signification.</p><div class="lig" style="margin-top:14mm"><div>La greffière${signature(rng, '#222', 34)}</div>${tampon(rng, `TRIBUNAL JUDICIAIRE DE ${ville} •`, ['GREFFE'], 34)}<div>Le juge${signature(rng, '#222', 34)}</div></div>`
  return {
    pages: feuilles([p1, p2], { fonte: 'serif', pt: 10.4 }),
    champs: { ...identite(p), numeroRg: rg, dateJugement: jour, dateDocument: jour },
    ...SANS_OBJET,
  }
}

/** Attestation of a notary who keeps the agreement of a divorce without judge. */
function notaire(c: DrawContext): Drawn {
  const { rng, person: p, partner: q } = c
  const jour = jourPasse(rng, c.today, 30, 1100)
  const n = tiers(rng)
  const html = `<div class="c"><b style="font-size:13pt">OFFICE NOTARIAL</b><br>Maître ${n.nomComplet}, notaire à ${esc(p.adresse.ville)}<br><span style="font-size:8.4pt">${telephone(rng)} — successeur de Me ${tiers(rng).nom}</span></div><h1 class="c" style="margin-top:16mm">ATTESTATION DE DIVORCE<br><span style="font-size:10.4pt;font-weight:normal">(articles 229-1 à 229-4 du code civil)</span></h1>
<p class="j">Je soussigné${accord(n)}, Maître ${n.nomComplet}, atteste que la convention de divorce par consentement mutuel, contresignée par avocats, de :</p><p style="margin-left:10mm">– ${civil(p).startsWith('M.') ? 'Monsieur' : 'Madame'} ${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(nomUsuel(p)))}, ${nee(p)}, et</p><p style="margin-left:10mm">– ${monsieurMadame(q)} ${esc(prenom(q))} ${esc(q.nom)}, ${nee(q)},</p><p class="j">mariés à la mairie de ${esc(p.villeNaissance)}, a été déposée au rang de mes minutes le <b>${champ('dateJugement', champ('dateDocument', dateFr(jour, 'long')))}</b>, date à laquelle elle a acquis date certaine et force exécutoire.</p><p class="j">Les époux sont en conséquence divorcés. Mention du divorce sera portée en marge de l’acte de mariage et des actes de naissance à la requête des intéressés ou de leurs avocats, au vu de la présente attestation.</p><p>En foi de quoi la présente est délivrée pour servir ce que de droit.</p><div class="lig" style="margin-top:14mm">${tampon(rng, `NOTAIRE À ${p.adresse.ville} •`, ['R.F.'], 38)}<div>${esc(p.adresse.ville)}, le ${dateFr(jour, 'long')}${signature(rng, '#222', 46)}</div></div>`
  return {
    pages: [feuille(html, { fonte: 'dejaSerif', pt: 10.4, marges: '18mm 24mm', interligne: 1.55 })],
    champs: { ...identite(p), dateJugement: jour, dateDocument: jour },
    ...SANS_OBJET,
  }
}

const ADULTE = { ageMin: 26, ageMax: 58 } as const
const MERE = { sexe: 'F', ageMin: 19, ageMax: 42 } as const

export const INEDITS_FAMILLE: readonly Template[] = [
  inedit('livret-de-famille', 'parents-non-maries', livretParents, { ageMin: 26, ageMax: 50 }),
  inedit('livret-de-famille', 'manuscrit-double-page', livretManuscrit, { ageMin: 28, ageMax: 55 }),
  inedit('acte-de-naissance', 'plurilingue', plurilingue),
  inedit('acte-de-naissance', 'service-central', nantes, { nationalites: ['FRA'], ageMin: 22, ageMax: 60 }),
  inedit('certificat-de-grossesse', 'sage-femme', sageFemme, MERE),
  inedit('certificat-de-grossesse', 'maternite', maternite, MERE),
  inedit('jugement-de-divorce', 'mesures-provisoires', ordonnance, ADULTE),
  inedit('jugement-de-divorce', 'attestation-notariale', notaire, ADULTE),
]
