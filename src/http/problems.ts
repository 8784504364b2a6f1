import type { FastifyReply } from 'fastify'

/**
 * What can go wrong for who calls the API (RFC 9457), and what to do. Codes are stable and never reused; `docs/errors.md`
 * lists them and a test compares both ways.
 */
export const PROBLEMES = {
  'cle-absente': [401, 'Clé absente', 'Donnez votre clé dans l’en-tête « Authorization: Bearer num_… ».'],
  'cle-refusee': [401, 'Clé refusée', 'Cette clé est inconnue, expirée ou révoquée. Demandez-en une à l’exploitant.'],
  'portee-absente': [403, 'Action non permise', 'Votre clé ne permet pas cette action. Demandez une clé plus large.'],
  'route-inconnue': [404, 'Adresse inconnue', 'Vérifiez l’adresse et la méthode dans /v1/openapi.json.'],
  'depot-inconnu': [404, 'Dépôt inconnu', 'Aucun dépôt de votre guichet n’a cet identifiant. Vérifiez-le.'],
  'piece-inconnue': [404, 'Pièce inconnue', 'Ce dépôt n’a pas cette pièce, ou son fichier est retenu ou détruit.'],
  'resultat-absent': [404, 'Résultat pas encore prêt', 'Le dépôt est en cours de lecture. Redemandez dans un instant.'],
  'requete-invalide': [400, 'Requête invalide', 'Corrigez la requête : voyez /v1/openapi.json.'],
  'page-inconnue': [404, 'Page inconnue', 'Cette pièce n’a pas cette page : elles se comptent à partir de 1.'],
  'type-non-accepte': [415, 'Format d’envoi non accepté', 'Envoyez un formulaire multipart/form-data.'],
  'envoi-trop-lent': [
    408,
    'Envoi trop lent',
    'Rien n’arrivait plus et rien n’a été gardé. Envoyez le fichier de nouveau.',
  ],
  'fichier-absent': [400, 'Fichier absent', 'Envoyez un formulaire multipart avec un champ « fichier ».'],
  'plusieurs-fichiers': [400, 'Plusieurs fichiers', 'Envoyez un fichier par dépôt ; rien de celui-ci n’est gardé.'],
  'envoi-interrompu': [400, 'Envoi interrompu', 'Le fichier n’est pas arrivé entier. Envoyez-le de nouveau.'],
  'fichier-trop-grand': [413, 'Fichier trop grand', 'Séparez-le en plusieurs fichiers, puis redéposez-les.'],
  'cle-idempotence-reutilisee': [
    422,
    'Clé d’idempotence déjà utilisée',
    'Cette clé a servi pour un autre fichier. Prenez-en une nouvelle pour chaque dépôt.',
  ],
  'service-indisponible': [503, 'Service indisponible', 'Rien n’a été gardé. Recommencez dans une minute.'],
  'erreur-interne': [500, 'Erreur interne', 'Recommencez ; si l’erreur se répète, signalez-la à l’exploitant.'],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>
export type CodeProbleme = keyof typeof PROBLEMES

/** Ends a request with a problem. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly code: CodeProbleme
  constructor(code: CodeProbleme) {
    super(PROBLEMES[code][2])
    this.code = code
  }
}

export function sendProblem(reply: FastifyReply, code: CodeProbleme): FastifyReply {
  const [status, title, detail] = PROBLEMES[code]
  if (status === 503) void reply.header('retry-after', '60')
  if (status === 401) void reply.header('www-authenticate', 'Bearer')
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: `/problemes/${code}`, title, status, detail }))
}
