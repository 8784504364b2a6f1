import fc from 'fast-check'

/** The same cases at every run; NUMERISEUR_SEED draws others, to look for more. */
fc.configureGlobal({ seed: Number(process.env['NUMERISEUR_SEED'] ?? 20_261_124) })
