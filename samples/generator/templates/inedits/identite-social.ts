import { shift, short } from '../../dates.ts'
import { accord, champ, civil, esc, monsieurMadame, nomUsuel, prenom, blocPostal } from '../kit.ts'
import { dateFr, jourPasse, plus } from '../kit-dates.ts'
import { telephone, territoire, tiers } from '../kit-fiction.ts'
import { logo, signature as paraphe, tampon } from '../kit-formes.ts'
import {
  abs,
  ajuste,
  etiquette,
  guilloche,
  jourEntre,
  photo,
  photocopie,
  seule,
  type Face,
} from '../identite-cartes.ts'
import type { DrawContext, Drawn, Template } from '../../template.ts'
import { feuille, inedit } from './commun.ts'

/** Disability cards (upright priority card, card stuck on its letter) and student papers (upright card, nursing school). */

const CSS = `.ic .t{font-weight:bold;font-size:8pt}`

function faceCmi(c: DrawContext, mention: string, sous: string, fin: string | null, numero: string): Face {
  const { rng, person: p } = c
  return {
    w: 85.6,
    h: 54,
    html: `<div class="ic">${guilloche(rng, 85.6, 54, ['#dbe8f4', '#f4ecd9'], ['#87aad2', '#cdb98b', '#b39bc4'], 'CMI')}
${abs(4, 3, 'RÉPUBLIQUE FRANÇAISE', 'font-size:6pt')}${abs(4, 6.4, 'CARTE MOBILITÉ INCLUSION', 'font-size:9pt;color:#1c3f7d', 't')}${abs(4, 11.6, mention, 'font-size:12pt;color:#1c3f7d', 't')}${abs(4, 17.4, sous, 'font-size:6pt')}
${photo(c.portrait(), 60, 8, 21, 27, 'filter:grayscale(1)')}
${etiquette(4, 23, 'Nom', champ('nom', esc(p.nom)), ajuste(p.nom, 52, 8, 0.7))}${etiquette(4, 29, 'Prénom(s)', champ('prenoms', esc(prenom(p))))}${etiquette(4, 35, 'Date de naissance', champ('dateNaissance', short(p.dateNaissance)))}
${etiquette(4, 42, 'Date de fin de validité', fin === null ? 'PERMANENT' : champ('dateExpiration', short(fin)))}${etiquette(38, 42, 'N° de carte', champ('numeroDocument', numero))}</div>`,
  }
}

function cmiSurLettre(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const jour = jourPasse(rng, c.today, 40, 1400)
  const numero = `${rng.digits(4)}${rng.pick(['A', 'B', 'C'])}${rng.digits(7)}`
  const face = faceCmi(c, 'INVALIDITÉ', rng.chance(0.4) ? 'BESOIN D’ACCOMPAGNEMENT' : '', null, numero)
  const carte = `<div class="face" style="position:absolute;left:26mm;top:98mm;width:${face.w}mm;height:${face.h}mm;border-radius:3mm;border:.2mm solid #bbb">${face.html}</div>`
  const lettre = `<div style="position:absolute;inset:0;padding:20mm 24mm;font-size:10pt;line-height:1.5"><b>FABRICATION DES CARTES MOBILITÉ INCLUSION</b><br>TSA ${rng.digits(5)} — ${rng.digits(5)} CEDEX<div style="margin:12mm 0 0 88mm">${esc(civil(p))}<br>${esc(p.adresse.ligne)}<br>${p.adresse.codePostal} ${esc(p.adresse.ville)}</div><div style="margin-top:8mm">Le ${champ('dateDelivrance', dateFr(jour, 'long'))}<br>Objet : envoi de votre carte</div><div style="margin-top:3mm">${monsieurMadame(p)}, vous trouverez ci-dessous votre carte. Décollez-la délicatement.</div>
<div style="position:absolute;left:24mm;right:24mm;top:162mm">La décision du président du conseil départemental vous a été notifiée par la maison départementale des personnes handicapées. Signez un récépissé en cas de perte ou de vol sur le téléservice indiqué dans le courrier de notification ; une seconde carte est facturée 9 euros.<br><br>Code de téléservice : ${rng.digits(4)} ${rng.digits(4)} — mot de passe envoyé séparément.</div></div>`
  const base = photocopie(rng, [], CSS)
  return {
    pages: [{ ...base, html: base.html.replace('</div>', `${lettre}${carte}</div>`) }],
    champs: {
      nom: p.nom,
      prenoms: prenom(p),
      dateNaissance: p.dateNaissance,
      numeroDocument: numero,
      dateDelivrance: jour,
    },
    dateFinValidite: null,
    regleValidite: 'sans-limite',
  }
}

function cmiPriorite(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = jourEntre(rng, shift(c.today, { years: -4 }), shift(c.today, { days: -30 }))
  const fin = shift(debut, { years: rng.pick([3, 5]), days: -1 })
  const numero = `${rng.digits(4)}${rng.pick(['D', 'E', 'F'])}${rng.digits(7)}`
  const face = faceCmi(c, 'PRIORITÉ', 'STATION DEBOUT PÉNIBLE', fin, numero)
  return {
    pages: [seule(face, CSS, 6)],
    champs: {
      nom: p.nom,
      prenoms: prenom(p),
      dateNaissance: p.dateNaissance,
      numeroDocument: numero,
      dateExpiration: fin,
    },
    dateFinValidite: fin,
    regleValidite: 'invalidite-date-imprimee',
  }
}

const rentree = (c: DrawContext): number => {
  const y = Number(c.today.slice(0, 4))
  return c.today.slice(5) >= '09-01' ? y - c.rng.pick([0, 0, 0, 1]) : y - 1
}

function cartePortrait(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = rentree(c)
  const ecole = `École supérieure de commerce de ${territoire(rng).replace(/^la /, 'la ')}`
  const ine = `${rng.digits(9)}${rng.pick(['AC', 'HB', 'KD'])}`
  const face: Face = {
    w: 54,
    h: 85.6,
    html: `<div class="ic" style="position:absolute;inset:0;background:#fdfdfd"><div style="position:absolute;left:0;top:0;width:54mm;height:17mm;background:#7a1533"></div>${abs(4, 3, `<div style="color:#fff;font-size:7.6pt;font-weight:bold;white-space:normal;width:46mm;line-height:1.2">${champ('etablissement', esc(ecole))}</div>`)}
${photo(c.portrait(), 15, 20, 24, 30, '')}${abs(4, 51.5, `<div style="width:46mm;text-align:center;font-size:10pt;font-weight:bold;white-space:normal;line-height:1.15">${champ('prenoms', esc(prenom(p)))} ${champ('nom', esc(p.nom))}</div>`)}
${abs(4, 61, `<div style="width:46mm;text-align:center;font-size:6.6pt;line-height:1.4">né${accord(p)} le ${champ('dateNaissance', short(p.dateNaissance))}<br>INE ${champ('ine', ine)}<br>Programme Bachelor — ${rng.pick(['1re', '2e', '3e'])} année</div>`)}
${abs(4, 72, `<div style="width:46mm;text-align:center;font-size:9pt;font-weight:bold;color:#7a1533">ÉTUDIANT${accord(p).toUpperCase()} ${champ('anneeUniversitaire', `${debut}/${debut + 1}`)}</div>`)}<div style="position:absolute;left:8mm;top:77mm;width:38mm;height:6mm;background:repeating-linear-gradient(90deg,#111 0 .4mm,#fff .4mm .9mm,#111 .9mm 1.5mm,#fff 1.5mm 2.3mm)"></div></div>`,
  }
  const dos: Face = {
    w: 54,
    h: 85.6,
    html: `<div style="position:absolute;inset:0;background:#f3f0ec"></div>${abs(4, 8, '<div style="font-size:6.4pt;width:46mm;white-space:normal;line-height:1.4">Cette carte est strictement personnelle. Elle doit être présentée à toute demande et lors des examens. Accès : bibliothèque, restaurant, impressions. Perte : 15 € — vie.etudiante@esc.example</div>')}`,
  }
  return {
    pages: [photocopie(rng, [face, dos], CSS)],
    champs: {
      nom: p.nom,
      prenoms: prenom(p),
      dateNaissance: p.dateNaissance,
      anneeUniversitaire: `${debut}-${debut + 1}`,
      etablissement: ecole,
      ine,
    },
    dateFinValidite: `${debut + 1}-08-31`,
    regleValidite: 'etudiant-annee-universitaire',
  }
}

function ifsi(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const debut = rentree(c)
  const ecole = `Institut de formation en soins infirmiers de ${territoire(rng)}`
  const ine = `${rng.digits(10)}${rng.pick(['A', 'G', 'R'])}`
  const dir = tiers(rng)
  const jour = plus(`${debut}-09-06`, { jours: rng.int(0, 25) })
  const html = `${logo('feuille', 'IFSI', champ('etablissement', esc(ecole)), '#2b7a5b', 15)}<div style="margin:10mm 0 0 95mm;font-size:10.5pt">${blocPostal(p)}</div>
<div style="margin-top:8mm">Réf. : SCOL/${rng.digits(4)}/${debut}<br>Dossier suivi par le secrétariat pédagogique — ${telephone(rng)}</div><h1 style="margin-top:10mm;text-decoration:underline">Attestation d’inscription</h1>
<p>${dir.civilite === 'M.' ? 'Le directeur' : 'La directrice'} de l’institut certifie que ${esc(civil(p))}, né${accord(p)} le ${champ('dateNaissance', dateFr(p.dateNaissance, 'long'))} à ${esc(p.villeNaissance)}, identifiant national étudiant n° ${champ('ine', ine)}, est régulièrement inscrit${accord(p)} en qualité d’étudiant${accord(p)} en <b>${rng.pick(['première', 'deuxième', 'troisième'])} année</b> de formation conduisant au diplôme d’État d’infirmier, au titre de l’année de formation <b>${champ('anneeUniversitaire', `${debut} - ${debut + 1}`)}</b>.</p>
<p>La scolarité se déroule à temps plein, du ${dateFr(`${debut}-09-04`)} au ${dateFr(`${debut + 1}-07-05`)}, et comprend quinze semaines de stage en établissement de santé.</p><p>La présente attestation lui est remise pour servir et valoir ce que de droit.</p><div style="margin:10mm 0 0 90mm">Fait le ${champ('dateDocument', dateFr(jour, 'long'))}<br>${dir.nomComplet}${paraphe(rng)}${tampon(rng, 'INSTITUT DE FORMATION • SOINS INFIRMIERS •', ['IFSI'], 30)}</div>`
  return {
    pages: [feuille(html, { fonte: 'serif', pt: 11.2, marges: '18mm 22mm', interligne: 1.55 })],
    champs: {
      nom: nomUsuel(p),
      prenoms: prenom(p),
      dateNaissance: p.dateNaissance,
      dateDocument: jour,
      anneeUniversitaire: `${debut}-${debut + 1}`,
      etablissement: ecole,
      ine,
    },
    dateFinValidite: `${debut + 1}-08-31`,
    regleValidite: 'etudiant-annee-universitaire',
  }
}

const ETUDIANT = { ageMin: 18, ageMax: 26 } as const

export const INEDITS_SOCIAL: readonly Template[] = [
  inedit('carte-invalidite', 'cmi-sur-lettre', cmiSurLettre, { ageMin: 25, ageMax: 75 }),
  inedit('carte-invalidite', 'cmi-priorite', cmiPriorite, { ageMin: 25, ageMax: 75 }),
  inedit('carte-etudiant', 'carte-portrait', cartePortrait, ETUDIANT),
  inedit('carte-etudiant', 'attestation-ifsi', ifsi, ETUDIANT),
]
