/**
 * The page for galleries. If the project has a public address, vsce gives pictures and relative links theirs; until then they
 * lead nowhere, and vsce refuses them, so they are left out.
 */
export function galleryPage(page: string, hasAddress: boolean): string {
  if (hasAddress) return page;
  const withoutPictures = page.replace(/^!\[.*\n\n?/gm, '');
  return withoutPictures.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
}
