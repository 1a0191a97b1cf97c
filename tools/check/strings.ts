// Finds text for people outside the translation files, sentences written twice, and Khmer that is not in canonical order.
import { globSync, readFileSync } from 'node:fs';
import {
  ASTWithSource,
  Interpolation,
  parseTemplate,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
  type TmplAstBoundText,
  type TmplAstElement,
  type TmplAstText,
} from '@angular/compiler';
import ts from 'typescript';
import { canonicalKhmer } from '../../libs/domain/khmer/src/canonical.ts';
import { root } from '../paths.ts';

const SOURCES = [
  'apps/{learner,studio}/src/**/*.{ts,html}',
  'libs/{web,api,contract}/**/src/**/*.ts',
  'libs/domain/{access,content,assessment,learning,publishing}/src/**/*.ts',
];
const TRANSLATIONS = /(?:^|[/.-])messages\.ts$/;
const KHMER_DATA = [
  /\.(?:spec|journey)\.ts$/,
  // Names and kinds of places and of demo people are data, and a migration asks whether the database can search Khmer.
  /^libs\/api\/people\/src\/(?:provinces|demo|gazetteer)/,
  /\.migration\.ts$/,
  /^apps\/[a-z]+\/src\/index\.html$/,
  /^apps\/api\/src\/demo/,
];
const KHMER = /[\u1780-\u17dd]/;
const LETTER = /\p{L}/u;
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'placeholder', 'label']);

const findings: string[] = [];
const say = (file: string, what: string, text: string): void => void findings.push(`${file}: ${what}: ${text.trim().slice(0, 80)}`);

/** Collects the words that a template shows or has read out without going through a translation. */
class PlainText extends TmplAstRecursiveVisitor {
  readonly texts: string[] = [];
  override visitText(text: TmplAstText): void {
    this.texts.push(text.value);
  }
  override visitBoundText(text: TmplAstBoundText): void {
    const ast = text.value instanceof ASTWithSource ? text.value.ast : text.value;
    if (ast instanceof Interpolation) this.texts.push(...ast.strings);
  }
  override visitElement(element: TmplAstElement): void {
    this.texts.push(...element.attributes.filter((attribute) => SPOKEN_ATTRIBUTES.has(attribute.name)).map((attribute) => attribute.value));
    super.visitElement(element);
  }
}

function checkTemplate(file: string, template: string): void {
  const visitor = new PlainText();
  tmplAstVisitAll(visitor, parseTemplate(template, file).nodes);
  for (const text of visitor.texts) if (LETTER.test(text)) say(file, 'text outside the translation files', text);
}

function checkSource(file: string, source: string): void {
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(tree) === 'template' && ts.isStringLiteralLike(node.initializer))
      checkTemplate(file, node.initializer.text);
    else if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (KHMER.test(node.text)) say(file, 'Khmer outside the translation files', node.text);
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  visit(tree);
}

const seen = new Map<string, string>();

function checkTranslation(file: string, source: string): void {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) checkPair(file, node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
}

function checkPair(file: string, node: ts.ObjectLiteralExpression): void {
  const text = (name: string): string | undefined => {
    const property = node.properties.find((one) => one.name?.getText() === name);
    return property && ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
      ? property.initializer.text
      : undefined;
  };
  const [km, en] = [text('km'), text('en')];
  if (km === undefined && en === undefined) return;
  if (!km?.trim() || !en?.trim()) say(file, 'one language is missing', km ?? en ?? '');
  if (km && canonicalKhmer(km) !== km) say(file, 'Khmer not in canonical order', km);
  const pair = `${km} | ${en}`;
  const first = seen.get(pair);
  if (first) say(file, `written already in ${first}`, pair);
  else seen.set(pair, file);
}

for (const file of globSync(SOURCES, { cwd: root }).sort()) {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  if (TRANSLATIONS.test(file)) checkTranslation(file, source);
  else if (KHMER_DATA.some((pattern) => pattern.test(file))) continue;
  else if (file.endsWith('.html')) checkTemplate(file, source);
  else checkSource(file, source);
}
for (const finding of findings) console.error(finding);
console.log(`strings: ${seen.size} texts in both languages, ${findings.length} findings`);
process.exitCode = findings.length > 0 || seen.size === 0 ? 1 : 0;
