import {
  accord,
  champ,
  civil,
  esc,
  euros,
  grouper,
  identite,
  monsieurMadame,
  montant,
  nir,
  nomUsuel,
  prenom,
  r2,
} from '../kit.ts'
import { annee, dateFr, jourPasse, moisFr, plus } from '../kit-dates.ts'
import { fictionalIban, fictionalSiret } from '../../numbers.ts'
import { mobile, partsRib, telephone, tiers } from '../kit-fiction.ts'
import { logo, signature } from '../kit-formes.ts'
import type { DrawContext, Drawn, DrawnPage, Template } from '../../template.ts'
import { feuille, inedit, SANS_OBJET } from './commun.ts'

/** Papers of everyday life that no regulation lists, some of which name the applicant. */

const nomme = (c: DrawContext, jour: string | null, pages: readonly DrawnPage[]): Drawn => ({
  pages,
  champs: { ...identite(c.person), ...(jour === null ? {} : { dateDocument: jour }) },
  ...SANS_OBJET,
})
const nom = (c: DrawContext): string =>
  `${champ('prenoms', esc(prenom(c.person)))} ${champ('nom', esc(nomUsuel(c.person)))}`
const adresse = (c: DrawContext): string =>
  `${esc(c.person.adresse.ligne)}<br>${c.person.adresse.codePostal} ${esc(c.person.adresse.ville)}`
const jourDe = (c: DrawContext): string => jourPasse(c.rng, c.today, 4, 200)

function rib(c: DrawContext): Drawn {
  const iban = fictionalIban(c.rng)
  const r = partsRib(iban)
  const coupon = `<table class="tb" style="font-size:8pt;margin-bottom:9mm"><tr><td colspan="4"><b>RELEVÉ D’IDENTITÉ BANCAIRE</b> — Banque des Deux Rives</td></tr><tr><td>Banque<br>${r.banque}</td><td>Guichet<br>${r.guichet}</td><td>N° de compte<br>${r.compte}</td><td>Clé<br>${r.cle}</td></tr><tr><td colspan="4">IBAN ${grouper(iban, [4, 4, 4, 4, 4, 4, 3])} — BIC BDRVFR2XXXX</td></tr><tr><td colspan="2">Titulaire<br>${c.person.civilite} ${nom(c)}<br>${adresse(c)}</td><td colspan="2">Domiciliation<br>AGENCE ${esc(c.person.adresse.ville)}<br>${telephone(c.rng)}</td></tr></table>`
  return nomme(c, null, [feuille(coupon.repeat(3))])
}

function addition(c: DrawContext): Drawn {
  const { rng } = c
  const plats = [
    ['Formule midi', 16.9],
    ['Bavette échalote', 19.5],
    ['Tarte du jour', 7],
    ['1/2 eau gazeuse', 3.8],
    ['Café', 2],
  ] as const
  const total = r2(plats.reduce((s, [, x]) => s + x, 0))
  const html = `<div class="c mach" style="font-size:8.6pt"><b style="font-size:11pt">LE BISTROT DU QUAI</b><br>12 quai du Port<br>SIRET ${fictionalSiret(rng)}<br>${telephone(rng)}<br>--------------------------<br>TABLE ${rng.int(2, 28)} &nbsp; COUVERTS 2<br>${dateFr(jourDe(c))} 13:${rng.int(10, 59)}<br>--------------------------</div><table class="mach" style="font-size:8.6pt">${plats.map(([n, x]) => `<tr><td>1 ${n}</td><td class="r">${montant(x)}</td></tr>`).join('')}<tr><td><b>TOTAL TTC</b></td><td class="r"><b>${montant(total)}</b></td></tr><tr><td>dont TVA 10 %</td><td class="r">${montant(r2(total / 11))}</td></tr><tr><td>CB SANS CONTACT</td><td class="r">${montant(total)}</td></tr></table><p class="c mach" style="font-size:8pt;margin-top:4mm">SERVICE COMPRIS<br>MERCI DE VOTRE VISITE<br>À BIENTÔT</p>`
  return { pages: [feuille(html, { largeurMm: 80, hauteurMm: 170, marges: '6mm' })], champs: {}, ...SANS_OBJET }
}

function cv(c: DrawContext): Drawn {
  const { rng } = c
  const exp = (a: number, t: string): string =>
    `<h3>${a} – ${a + 3} · ${t}</h3><p>Accueil de la clientèle, tenue de caisse, réassort, gestion des stocks et participation aux inventaires.</p>`
  const y = annee(c.today)
  const html = `<div style="display:flex;margin:-15mm -17mm;min-height:297mm"><div style="flex:0 0 68mm;background:#2d3e50;color:#fff;padding:16mm 8mm"><img src="${c.portrait()}" alt="" style="width:34mm;height:34mm;object-fit:cover;border-radius:50%"><h2>CONTACT</h2><p>${adresse(c)}<br>${mobile(rng)}<br>${prenom(c.person).toLowerCase()}@courriel.example</p><h2>LANGUES</h2><p>Français courant<br>Anglais ${rng.pick(['B1', 'B2', 'A2'])}</p><h2>LOISIRS</h2><p>Course à pied, cuisine, bénévolat</p><p>Permis B</p></div><div style="padding:16mm 10mm"><div style="font-size:22pt;line-height:1.1">${nom(c)}</div><div style="font-size:13pt;color:#2d3e50">${rng.pick(['Vendeuse polyvalente', 'Conseiller de vente', 'Employé commercial'])}</div><h2>EXPÉRIENCE</h2>${exp(y - 4, 'Magasin de proximité')}${exp(y - 8, 'Grande surface')}${exp(y - 12, 'Boulangerie')}<h2>FORMATION</h2><p>${y - 13} · Baccalauréat professionnel commerce<br>${y - 15} · BEP vente</p><h2>COMPÉTENCES</h2><p>Relation client, encaissement, logiciels de caisse, travail en équipe.</p></div></div>`
  return nomme(c, null, [feuille(html)])
}

function emploiDuTemps(c: DrawContext): Drawn {
  const cours = [
    'Français',
    'Mathématiques',
    'Histoire-géo',
    'Anglais LV1',
    'SVT',
    'EPS',
    'Technologie',
    'Arts plastiques',
    'Physique-chimie',
    '',
    'Espagnol LV2',
  ] as const
  const h = ['8 h', '9 h', '10 h', '11 h', '12 h', '14 h', '15 h', '16 h'] as const
  const html = `<div class="lig"><b>Collège Marie-Curie</b><span>Emploi du temps de la classe 4e ${c.rng.int(1, 6)} — semaine A</span></div><table class="tb" style="margin-top:5mm;font-size:10pt"><tr><th></th>${['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'].map(j => `<th>${j}</th>`).join('')}</tr>${h
    .map(
      x =>
        `<tr><td style="height:17mm">${x}</td>${Array.from({ length: 5 }, () => {
          const m = c.rng.pick(cours)
          return `<td class="c" style="background:${m === '' ? '#fff' : c.rng.pick(['#fde9d9', '#dbe9f6', '#e4f0da', '#f6e0ee'])}">${x === '12 h' ? 'Cantine' : m === '' ? '' : `${m}<br><span class="pt">salle ${c.rng.int(101, 318)}</span>`}</td>`
        }).join('')}</tr>`,
    )
    .join('')}</table>`
  return { pages: [feuille(html, { largeurMm: 297, hauteurMm: 210 })], champs: {}, ...SANS_OBJET }
}

function gaz(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const ht = r2(rng.int(40, 160) + 0.31)
  const html = `<div class="lig">${logo('onde', 'GAZ DU LITTORAL', 'Votre fournisseur', '#008a7a', 14)}<div class="r">Facture n° ${rng.digits(10)}<br>du ${champ('dateDocument', dateFr(jour))}<br>Client ${rng.digits(9)}</div></div><div style="margin:8mm 0 8mm 95mm">${c.person.civilite} ${nom(c)}<br>${adresse(c)}</div><div class="enc c" style="font-size:13pt">À prélever le ${dateFr(plus(jour, { jours: 15 }))} : <b>${euros(r2(ht * 1.2))}</b></div><h2>Votre consommation</h2><table class="tb"><tr><th>Relevé</th><th class="r">Ancien index</th><th class="r">Nouvel index</th><th class="r">m³</th><th class="r">kWh</th></tr><tr><td>Compteur n° ${rng.digits(8)} — PCE ${rng.digits(14)}</td><td class="r">8 412</td><td class="r">8 501</td><td class="r">89</td><td class="r">997</td></tr></table><h2>Détail</h2><table class="li"><tr><td>Abonnement gaz naturel B1</td><td class="r">${euros(21.4)}</td></tr><tr><td>Consommation</td><td class="r">${euros(r2(ht - 21.4))}</td></tr><tr><td>TVA</td><td class="r">${euros(r2(ht * 0.2))}</td></tr></table><p class="pt" style="margin-top:8mm">Une odeur de gaz ? Appelez le numéro vert d’urgence, 24 h sur 24. Médiateur de l’énergie : libre réponse.</p>`
  return nomme(c, jour, [feuille(html)])
}

function ordonnanceMedicale(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const d = tiers(rng)
  const html = `<div class="lig"><div><b>Docteur ${d.nomComplet}</b><br>Médecine générale<br>RPPS 1000${rng.digits(7)}<br>${telephone(rng)}</div><div class="r">Le ${champ('dateDocument', dateFr(jour))}</div></div><p style="margin:9mm 0">${c.person.civilite} ${nom(c)}<br>${nir(c.person.nir, 'espaces')}</p><div class="main" style="font-size:16pt">Amoxicilline 1 g : 1 cp matin et soir, 6 jours<br>Paracétamol 1 g : si douleur, max 3 / jour<br>Sérum physiologique : 1 boîte<br>Q.S.P. 7 jours</div><div style="margin-left:65mm">${signature(rng)}</div><p class="pt">Membre d’une association agréée, le règlement par chèque est accepté. En cas d’urgence, composez le 15.</p>`
  return nomme(c, jour, [feuille(html, { largeurMm: 148, hauteurMm: 210, marges: '12mm' })])
}

function carteGrise(c: DrawContext): Drawn {
  const { rng } = c
  const l = (k: string, v: string): string => `<td><span class="pt g">${k}</span><br><b>${v}</b></td>`
  const html = `<div class="lig"><div><b>UNION EUROPÉENNE</b> — F<br>RÉPUBLIQUE FRANÇAISE</div><div class="r"><b style="font-size:12pt">CERTIFICAT D’IMMATRICULATION</b><br>Ministère de l’intérieur</div></div><table class="tb mach" style="margin-top:5mm"><tr>${l('A', `${rng.pick(['FX', 'GA', 'EM'])}-${rng.digits(3)}-${rng.pick(['KD', 'ZT', 'BN'])}`)}${l('B', dateFr(`20${rng.int(12, 22)}-05-14`))}${l('C.1', nom(c))}${l('C.4a', 'EST LE PROPRIÉTAIRE DU VÉHICULE')}</tr><tr>${l('C.3', adresse(c))}${l('D.1', rng.pick(['RENAULT', 'PEUGEOT', 'DACIA']))}${l('D.2', 'M10RENVP0' + rng.digits(5))}${l('D.3', rng.pick(['CLIO', '208', 'SANDERO']))}</tr><tr>${l('E', `VF1${rng.pick(['RJA', 'BSR'])}${rng.digits(11)}`)}${l('F.1', '1 640')}${l('G.1', '1 098')}${l('J.1', 'VP')}</tr><tr>${l('P.1', '999')}${l('P.2', '67')}${l('P.3', 'ES')}${l('P.6', '5')}</tr><tr>${l('S.1', '5')}${l('U.1', '76')}${l('V.7', '113')}${l('X.1', 'VISITE AVANT LE 14/05/2027')}</tr><tr>${l('Y.1', '172,00')}${l('Y.5', '2,76')}${l('Y.6', '174,76')}${l('Z.1', '')}</tr></table><p class="mach" style="margin-top:5mm;font-family:'OCR B'">CRFRA${rng.digits(9)}&lt;&lt;${rng.digits(8)}&lt;&lt;&lt;&lt;</p>`
  return nomme(c, null, [feuille(html, { largeurMm: 210, hauteurMm: 148 })])
}

function contravention(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const html = `<h1 class="c" style="font-size:13pt">AVIS DE PAIEMENT<br>FORFAIT DE POST-STATIONNEMENT</h1><p>${c.person.civilite} ${nom(c)}<br>${adresse(c)}</p><table class="tb"><tr><td>Numéro de l’avis</td><td>${rng.digits(14)} ${rng.int(10, 99)}</td></tr><tr><td>Date et heure</td><td>${dateFr(jour)} à ${rng.int(9, 18)} h ${rng.int(10, 59)}</td></tr><tr><td>Lieu</td><td>Boulevard de la Gare, zone orange</td></tr><tr><td>Véhicule</td><td>${rng.pick(['FW', 'GC'])}-${rng.digits(3)}-${rng.pick(['LP', 'HM'])}</td></tr><tr><td>Montant dû</td><td><b>35,00 €</b> sous 3 mois</td></tr></table><p>Date d’envoi : ${champ('dateDocument', dateFr(plus(jour, { jours: 2 })))}. Vous pouvez contester dans un délai d’un mois par un recours administratif préalable obligatoire. À défaut de paiement, une majoration de 50 euros sera appliquée.</p>`
  return nomme(c, plus(jour, { jours: 2 }), [feuille(html, { largeurMm: 105, hauteurMm: 210, marges: '8mm' })])
}

function salleDeSport(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const html = `${logo('carre', 'FORME & CO', 'Club de remise en forme', '#c02020', 16)}<h1>CONTRAT D’ABONNEMENT</h1><div class="col"><div class="enc"><b>L’adhérent</b><br>${nom(c)}<br>${adresse(c)}<br>${mobile(rng)}</div><div class="enc"><b>La formule</b><br>Liberté 12 mois<br>29,90 € par mois<br>Frais de dossier 39 €<br>Début le ${dateFr(plus(jour, { jours: 2 }))}</div></div><h2>Conditions</h2><p class="j">L’abonnement donne accès aux plateaux de musculation et aux cours collectifs, de 6 h à 23 h. Il est conclu pour douze mois et reconduit par période d’un mois. L’adhérent certifie être apte à la pratique sportive. Résiliation anticipée pour motif légitime : déménagement, grossesse, perte d’emploi. Une serviette est obligatoire.</p><p>${coche2(true)} J’accepte le règlement intérieur &nbsp; ${coche2(false)} Coaching individuel</p><p>Fait le ${champ('dateDocument', dateFr(jour))}</p>${signature(rng)}`
  return nomme(c, jour, [feuille(html, { pt: 10 })])
}
const coche2 = (oui: boolean): string => `[${oui ? 'X' : '&nbsp;'}]`

function devis(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const html = `<div class="lig">${logo('feuille', 'MUTUELLE DU VIEUX-PONT', 'Assurance habitation', '#15616d', 13)}<div class="r">Devis n° ${rng.digits(8)}<br>valable 30 jours</div></div><h1>Votre proposition d’assurance habitation</h1><p>${monsieurMadame(c.person)} ${nom(c)},</p><p>Suite à votre demande, voici notre proposition pour un appartement de ${rng.int(30, 90)} m², ${rng.int(2, 4)} pièces.</p><table class="tb"><tr><th>Garanties</th><th>Essentielle</th><th>Confort</th><th>Intégrale</th></tr>${['Incendie, dégât des eaux', 'Vol et vandalisme', 'Bris de glace', 'Dommages électriques', 'Protection juridique'].map((g, i) => `<tr><td>${g}</td><td class="c">${i < 2 ? 'oui' : '—'}</td><td class="c">${i < 4 ? 'oui' : '—'}</td><td class="c">oui</td></tr>`).join('')}<tr><td><b>Cotisation annuelle TTC</b></td><td class="c">${euros(98)}</td><td class="c">${euros(134)}</td><td class="c">${euros(179)}</td></tr></table><p>Le ${champ('dateDocument', dateFr(jour, 'long'))}. Ce devis ne constitue pas une note de couverture.</p>`
  return nomme(c, jour, [feuille(html, { pt: 10 })])
}

function billet(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const html = `<div class="lig" style="border-bottom:1mm solid #8a1538"><b style="font-size:18pt;color:#8a1538">RAIL EXPRESS</b><span>E-BILLET — à présenter sur votre téléphone ou imprimé</span></div><div class="lig" style="margin-top:6mm"><div style="font-size:12pt"><b>LYON PART-DIEU</b> ${rng.int(6, 11)} h ${rng.int(10, 59)}<br><b>MARSEILLE ST-CHARLES</b> ${rng.int(12, 14)} h ${rng.int(10, 59)}<br>Train n° ${rng.digits(4)} — 2e classe<br>Voiture ${rng.int(1, 18)} — place ${rng.int(11, 118)} — fenêtre</div><div style="width:34mm">${c.qr(`RE${rng.digits(18)}`)}</div></div><table class="tb" style="margin-top:5mm"><tr><td>Voyageur<br><b>${nom(c)}</b></td><td>Le<br><b>${champ('dateDocument', dateFr(jour))}</b></td><td>Dossier<br><b>${rng.pick(['TQXWKM', 'RDLPBN'])}</b></td><td>Prix<br><b>${euros(rng.int(19, 74))}</b></td></tr></table><p class="pt" style="margin-top:5mm">Billet nominatif, échangeable et remboursable sous conditions jusqu’à six jours avant le départ. Présentez-vous à bord deux minutes avant le départ.</p>`
  return nomme(c, jour, [feuille(html, { largeurMm: 210, hauteurMm: 148 })])
}

function diplome(c: DrawContext): Drawn {
  const { rng, person: p } = c
  const y = annee(p.dateNaissance) + 20
  const html = `<div style="border:1.5mm double #7a6a3a;padding:12mm;height:180mm;text-align:center;line-height:1.7"><div>RÉPUBLIQUE FRANÇAISE<br>MINISTÈRE DE L’ÉDUCATION NATIONALE</div><div style="font-size:24pt;margin:8mm 0">Brevet de technicien supérieur</div><p>Vu le procès-verbal de l’examen établi le 3 juillet ${y} par le jury,</p><p style="font-size:14pt">le diplôme de la spécialité <b>comptabilité et gestion</b><br>est délivré à ${civil(p).startsWith('M.') ? 'M.' : 'Mme'} ${nom(c)}<br>né${accord(p)} le ${dateFr(p.dateNaissance, 'long')}</p><p>pour en jouir avec les droits et prérogatives qui y sont attachés.</p><div class="lig" style="margin-top:10mm"><div>Le titulaire</div><div>Fait le ${champ('dateDocument', dateFr(`${y}-09-15`, 'long'))}<br>Le recteur d’académie${signature(rng, '#222')}</div></div></div>`
  return nomme(c, `${y}-09-15`, [feuille(html, { largeurMm: 297, hauteurMm: 210, fonte: 'serif' })])
}

function lettreEtrangere(c: DrawContext): Drawn {
  const html = `<p class="r">Porto, ${c.rng.int(3, 27)} de março de ${annee(c.today)}</p><p>Querida prima,</p><p class="j">Espero que esta carta te encontre bem de saúde, a ti e aos meninos. Por aqui o inverno foi comprido, mas as oliveiras aguentaram e o avô já voltou a trabalhar na horta. A casa da aldeia precisa de um telhado novo e o teu irmão prometeu ajudar em agosto.</p><p class="j">Recebi as fotografias que mandaste do aniversário da pequena. Está crescida! Diz-lhe que a madrinha lhe guarda um vestido bordado. Quando vierem de férias, tragam roupa quente, que à noite arrefece.</p><p class="j">A tia Rosa manda muitos beijinhos e pergunta se ainda fazes o bolo de laranja como a mãe ensinou. Escreve quando puderes.</p><p>Um grande abraço,</p><p>Conceição</p>`
  return { pages: [feuille(`<div class="main">${html}</div>`, { marges: '20mm' })], champs: {}, ...SANS_OBJET }
}

function lettreManuscrite(c: DrawContext): Drawn {
  const { rng } = c
  const jour = jourDe(c)
  const html = `<div class="main"><p>${nom(c)}<br>${adresse(c)}</p><p class="r">Le ${champ('dateDocument', dateFr(jour, 'long'))}</p><p>Madame la maire,</p><p>Je me permets de vous écrire au sujet du parc de notre quartier. Depuis le mois de ${moisFr(plus(jour, { mois: -2 }))}, la balançoire est cassée et l’éclairage ne marche plus. Les enfants jouent dans la rue et j’ai peur d’un accident.</p><p>Pourriez-vous envoyer quelqu’un pour voir ? Les voisins sont prêts à donner un coup de main pour repeindre les bancs.</p><p>En vous remerciant par avance, je vous prie de croire, Madame la maire, à mes sentiments respectueux.</p></div><div style="margin-left:90mm">${signature(rng)}</div>`
  return nomme(c, jour, [feuille(html, { marges: '22mm' })])
}

const MAJEUR = { ageMin: 26, ageMax: 64 } as const
const HORS = 'hors-perimetre'

export const INEDITS_HORS_PAPIERS: readonly Template[] = [
  inedit(HORS, 'rib-trois-coupons', rib),
  inedit(HORS, 'addition-restaurant', addition),
  inedit(HORS, 'cv-deux-colonnes', cv, { ageMin: 34, ageMax: 60 }),
  inedit(HORS, 'emploi-du-temps', emploiDuTemps),
  inedit(HORS, 'facture-gaz', gaz),
  inedit(HORS, 'ordonnance-medicale', ordonnanceMedicale),
  inedit(HORS, 'carte-grise', carteGrise),
  inedit(HORS, 'forfait-stationnement', contravention),
  inedit(HORS, 'salle-de-sport', salleDeSport),
  inedit(HORS, 'devis-assurance', devis),
  inedit(HORS, 'billet-de-train', billet),
  inedit(HORS, 'diplome', diplome, MAJEUR),
  inedit(HORS, 'lettre-portugais', lettreEtrangere),
  inedit(HORS, 'lettre-manuscrite', lettreManuscrite),
]
