/**
 * `npm run bench [-- pages]`: CPU of a page. `npm run bench -- queue [scaling|overhead|deposits|status]`: what the workers
 * and the store bear.
 */
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  pages: () => import('./pages.ts'),
  queue: () => import('./queue/main.ts'),
}

const [name = 'pages'] = process.argv.slice(2)
const bench = BENCHES[name]
if (bench) await bench()
else {
  console.error(`There is no bench "${name}": ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 1
}
