/**
 * Why a deposited file has no piece (`erreur.code` of the result) and what the person must do.
 * Codes are stable and never reused; `docs/errors.md` lists them and a test compares both ways.
 */
export const ERREURS_DEPOT = {
  'fichier-protege': 'Ce fichier est protégé par un mot de passe. Redéposez une copie sans mot de passe.',
  'fichier-illisible':
    "Ce fichier est abîmé ou incomplet : il ne s'ouvre pas. Vérifiez qu'il s'ouvre chez vous, puis redéposez-le.",
  'format-non-accepte':
    "Ce fichier n'est pas un document accepté. Déposez un PDF, une photo ou un scan (JPEG, PNG, TIFF, WebP, HEIC).",
  'fichier-vide': 'Ce fichier est vide. Redéposez le document.',
  'fichier-trop-grand':
    'Ce fichier dépasse la taille acceptée. Séparez-le en plusieurs fichiers plus petits, puis redéposez-les.',
  'pages-blanches':
    'Toutes les pages de ce fichier sont blanches. Vérifiez le sens des feuilles dans le scanner, puis recommencez.',
  'traitement-impossible': 'Le traitement automatique de ce fichier a échoué ; il est à contrôler à la main.',
} as const
export type CodeErreurDepot = keyof typeof ERREURS_DEPOT
