import en from '../../words/neighborhoods.en.json' with { type: 'json' };
import zh from '../../words/neighborhoods.zh-CN.json' with { type: 'json' };

const fill = (sentence: string, name: string) => sentence.replace('{name}', name);

/** What the first two organisations of a neighborhood and their head posts are called. */
export function foundingNames(nameZh: string, nameEn: string) {
  const both = (key: keyof typeof zh & keyof typeof en) => ({
    nameZh: fill(zh[key], nameZh),
    nameEn: fill(en[key], nameEn || nameZh),
  });
  return {
    committee: both('access.founding.committee'),
    branch: both('access.founding.branch'),
    director: both('access.founding.director'),
    secretary: both('access.founding.secretary'),
  };
}
