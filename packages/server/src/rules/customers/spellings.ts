/** A way to write the letters of a name, in lower case, with Latin ones. */
export type Spelling = (name: string) => string

const spelling = (letters: string): Spelling => {
  const table = new Map(
    letters.split(/\s+/).flatMap((pair) => {
      const [letter = '', written = ''] = pair.split('=')
      return letter ? [[letter, written] as const] : []
    }),
  )
  const any = new RegExp([...table.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')
  return (name) => name.replaceAll(any, (letter) => table.get(letter) ?? letter)
}

// Letters that Unicode does not take apart into a base letter and an accent.
const plain = 'ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ı=i ŧ=t ŋ=n ĸ=k ə=e ƒ=f ة=ه ى=ي ی=ي ک=ك ـ='
const latin = `${plain} ä=ae ö=oe ü=ue å=aa ø=oe đ=dj ð=dh ə=a ŋ=ng`

const common =
  'а=a б=b в=v г=g ґ=g д=d ђ=dj ѓ=gj е=e з=z ѕ=dz и=i і=i ј=j к=k ќ=kj л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f џ=dz э=e ь= ъ='
const hissing = 'ж=zh х=kh ц=ts ч=ch ш=sh щ=shch'
const cyrillic = [
  `${common} ${hissing} ё=e ы=y й=y ю=yu я=ya ї=yi є=ye`,
  `${common} ${hissing} ё=yo ы=y ый=y ий=y й=y ю=yu я=ya ї=yi є=ye х=h`,
  `${common} ${hissing} ё=e ы=y й=i ю=iu я=ia ї=i є=ie ъ=ie`,
  `${common} ё=e ы=y й=j ж=z х=h ц=c ч=c ш=s щ=sc ю=ju я=ja ї=ji є=je ђ=d`,
  `${common} ё=e ы=y й=j ж=z х=h ц=c ч=c ш=s щ=sc ю=ju я=ja ї=ji є=je`,
  `${common} ${hissing} й=y х=h щ=sht ъ=a ы=y ю=yu я=ya ї=yi є=ye ё=e`,
  `${common} ${hissing} г=h и=y ы=y й=i ї=i є=ie ю=iu я=ia ё=e`,
]
const greek = [
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ου=ou αυ=av ευ=ev γγ=ng γκ=gk μπ=b ντ=nt',
  'α=a β=b γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o ου=u αυ=au ευ=eu γγ=ng γκ=g μπ=b ντ=d',
  'α=a β=v γ=g δ=d ε=e ζ=z η=e θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=ph χ=kh ψ=ps ω=o ου=ou αυ=af ευ=ef γγ=ng γκ=gk μπ=mp ντ=nt',
]
// Letters of other scripts that look like Latin ones, for words that mix the two.
const alike =
  'а=a в=b с=c ԁ=d е=e ё=e һ=h і=i ї=i ј=j к=k м=m н=h о=o р=p ѕ=s т=t у=y х=x α=a β=b ε=e η=n ι=i κ=k μ=m ν=v ο=o ρ=p τ=t υ=u χ=x'

/** Letters as they stand, without those that are a ligature or a base letter of another shape. */
export const plainSpelling = spelling(plain)
const umlauts = spelling(latin)
const fromCyrillic = cyrillic.map(spelling)
const fromGreek = greek.map(spelling).map(
  (write): Spelling =>
    (name) =>
      write(name.normalize('NFD').replaceAll(/\p{M}/gu, '')),
)
const seeming = spelling(alike)
const mixed =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u

/**
 * The ways to write a name in Latin letters that differ from the plain one: umlauts as two letters, Cyrillic and Greek
 * as passports, libraries and signs have them, and letters that only look Latin.
 */
export function spellingsOf(name: string): Spelling[] {
  return [
    ...(/[äöüåøæđðəŋ]/.test(name) ? [umlauts] : []),
    ...(/\p{Script=Cyrillic}/u.test(name) ? fromCyrillic : []),
    ...(/\p{Script=Greek}/u.test(name) ? fromGreek : []),
    ...(mixed.test(name) ? [seeming] : []),
  ]
}
