/**
 * The page itself; its sentences are in the script, in two languages.
 *
 * @module
 */

export const PAGE: string = `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>pixkit sandbox</title>
<link rel="stylesheet" href="/payer.css">
<script type="module" src="/payer.js"></script>
</head>
<body>
<header>
<p><strong>pixkit sandbox</strong> <span data-text="notice"></span></p>
<button type="button" id="language"></button>
</header>
<main>
<h1 data-text="title"></h1>
<form id="read">
<label for="code" data-text="code"></label>
<textarea id="code" rows="5" required spellcheck="false" autocomplete="off"></textarea>
<label for="picture" id="drop"><span data-text="picture"></span> <input type="file" id="picture" accept="image/png,image/jpeg"></label>
<p id="token-field" hidden><label for="token" data-text="token"></label> <input id="token" type="password" autocomplete="off"></p>
<button data-text="look"></button>
</form>
<p id="error" role="alert"></p>
<section id="found" hidden aria-live="polite">
<h2 data-text="found"></h2>
<dl id="facts"></dl>
<ul id="warnings"></ul>
<details><summary data-text="steps"></summary><ol id="steps"></ol></details>
<form id="act">
<p id="valor-field"><label for="valor" data-text="valor"></label> <input id="valor" inputmode="decimal" placeholder="10.00" autocomplete="off"></p>
<button id="pay" data-text="pay"></button>
<button type="button" id="approve" data-text="approve"></button>
<button type="button" id="reject" data-text="reject"></button>
</form>
</section>
<p id="done" role="status"></p>
</main>
</body>
</html>
`
