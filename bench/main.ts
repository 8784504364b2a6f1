/**
 * `npm run bench [-- pages]`: CPU of a page. `npm run bench -- queue [scaling|overhead|deposits|status]`: what the workers
 * and the store bear. `npm run bench -- uploads`: 50 uploads at once. `npm run bench -- precheck [--only TEXT]`: the portal's
 * instant answer.
 */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  pages: () => import('./pages.ts'),
  queue: () => import('./queue/main.ts'),
  uploads: () => import('./uploads.ts'),
  precheck: () => import('./precheck.ts'),
}

const [name = 'pages'] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) await bench()
else {
  console.error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 1
}
