import { LibraryError } from '../../../contract/errors.ts';
import { onlyStated, type DocumentFacts } from '../document/document-facts.ts';
import { listXmlFields, type XmlField } from '../document/read-xml.ts';
import type { WordPackage } from './open-package.ts';

/** What a Word document says of itself. Properties that cannot be read are as good as none. */
export async function readProperties(parts: WordPackage): Promise<DocumentFacts> {
  const core = await readFields(parts, 'docProps/core.xml');
  const app = await readFields(parts, 'docProps/app.xml');
  const own = namesOfOwn(await readFields(parts, 'docProps/custom.xml'));
  const first = (fields: readonly XmlField[], name: string): string | undefined => fields.find((field) => field.name === name)?.text;
  return {
    title: first(core, 'dc:title'),
    authors: (first(core, 'dc:creator') ?? '').split(';').map((name) => name.trim()).filter((name) => name !== ''),
    created: first(core, 'dcterms:created'),
    language: first(core, 'dc:language'),
    extra: onlyStated({
      subject: first(core, 'dc:subject'),
      description: first(core, 'dc:description'),
      keywords: first(core, 'cp:keywords'),
      category: first(core, 'cp:category'),
      status: first(core, 'cp:contentStatus'),
      modified: first(core, 'dcterms:modified'),
      modifiedBy: first(core, 'cp:lastModifiedBy'),
      company: first(app, 'Company'),
      program: first(app, 'Application'),
      ...(Object.keys(own).length === 0 ? {} : { properties: own }),
    }),
  };
}

/** What LibreOffice carries along of another program's settings. */
const NO_PROPERTIES = new Set(['AppVersion', 'DocSecurity', 'HyperlinksChanged', 'LinksUpToDate', 'ScaleCrop', 'ShareDoc']);

async function readFields(parts: WordPackage, name: string): Promise<XmlField[]> {
  if (!parts.has(name)) return [];
  try {
    return listXmlFields(await parts.readXml(name));
  } catch (error) {
    if (error instanceof LibraryError) return [];
    throw error;
  }
}

/** Properties that users made themselves: a name in `property`, the value in the element inside of it. */
function namesOfOwn(fields: readonly XmlField[]): Record<string, string> {
  const named = fields.flatMap(({ parent, text }) => {
    const name = parent?.attributes['name'];
    return name === undefined || text === '' || NO_PROPERTIES.has(name) ? [] : [[name, text] as const];
  });
  return Object.fromEntries(named);
}
