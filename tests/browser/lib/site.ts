/** @module A server on the loopback with the pages of `environments/`, bundled as a user of the packed packages would. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

export interface Site {
  /** Without a slash at its end. */
  readonly origin: string
  /** Adds or replaces what is under a path; gives its address. */
  put(path: string, body: string, headers: Readonly<Record<string, string>>): string
  close(): Promise<void>
}

interface Answer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The bundled package, which defines nothing when imported. */
export const ELEMENT = '/stdin.js'

/** Scripts of the pages, which are at the address of the folder. */
const ENTRIES = ['plain/main.mjs', 'react/main.tsx', 'vue/main.ts']

/**
 * Bundles and serves.
 *
 * @param consumer - Folder with the packed packages installed, and a copy of `environments/`.
 */
export async function openSite(consumer: string): Promise<Site> {
  const answers = new Map<string, Answer>()
  const { outputFiles } = await build({
    entryPoints: ENTRIES.map((entry) => join(consumer, entry)),
    // For tests that define the element themselves.
    stdin: { contents: "export * from '@pixkit/element'", resolveDir: consumer, sourcefile: 'element.js' },
    outdir: consumer,
    outbase: consumer,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [singleFileComponents(consumer)],
    write: false,
    logLevel: 'silent',
  })
  const server = createServer(({ url = '' }, response) => {
    const answer = answers.get(new URL(url, origin).pathname)
    response.writeHead(answer === undefined ? 404 : 200, answer?.headers)
    response.end(answer?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const put: Site['put'] = (path, body, headers) => {
    answers.set(path, { headers, body })
    return `${origin}${path}`
  }
  put('/favicon.ico', '', {})
  const script = { 'content-type': 'text/javascript' }
  for (const { path, text } of outputFiles) put(path.slice(consumer.length), text, script)
  for (const entry of ENTRIES) {
    const folder = `/${entry.slice(0, entry.indexOf('/'))}/`
    put(folder, readFileSync(join(consumer, folder, 'index.html'), 'utf8'), { 'content-type': 'text/html' })
  }
  return {
    origin,
    put,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Compiles Vue's files with the compiler that the installed Vue brings. */
function singleFileComponents(consumer: string): Plugin {
  return {
    name: 'vue',
    setup(bundler) {
      const { compileScript, parse } = createRequire(join(consumer, 'package.json'))('vue/compiler-sfc')
      bundler.onLoad({ filter: /\.vue$/ }, ({ path }) => {
        const { descriptor } = parse(readFileSync(path, 'utf8'), { filename: path })
        const { content } = compileScript(descriptor, {
          id: 'page',
          inlineTemplate: true,
          templateOptions: { compilerOptions: { isCustomElement: (tag: string) => tag === 'pix-qrcode' } },
        })
        return { contents: content, loader: 'ts' }
      })
    },
  }
}
