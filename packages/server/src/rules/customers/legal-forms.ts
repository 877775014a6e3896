// Legal forms by ISO 20275, abbreviated and written out. `company-name.ts` reads them as it reads names,
// so accents, dots and blanks do not matter here.

/** Forms that end a name in whatever country. */
const endings = `
  gmbh|gesellschaft mit beschränkter haftung|ggmbh|egmbh|mbh|gesmbh|gesellschaft mbh|ag|aktiengesellschaft|kgaa|kg
  kommanditgesellschaft|ohg|offene handelsgesellschaft|gbr|gesellschaft bürgerlichen rechts|ug haftungsbeschränkt|ug
  unternehmergesellschaft|se|societas europaea|eingetragener verein|eingetragene genossenschaft|ekfm|ekfr|kfm|kfr
  eingetragener kaufmann|eingetragene kauffrau|co|co kg|co kgaa|co ohg|kommanditgesellschaft auf aktien
  partgmbb|partg mbb|partg|partnerschaft mbb|partnerschaftsgesellschaft mbb|partnerschaftsgesellschaft|vvag|aör|kdör
  versicherungsverein auf gegenseitigkeit|anstalt des öffentlichen rechts|körperschaft des öffentlichen rechts
  kollektivgesellschaft|genossenschaft|egen|reg gen mbh|keg|flexco|flexkapg|flexible kapitalgesellschaft
  eingetragenes unternehmen|privatstiftung|ltd liab co|sagl
  limited liability company|limited liability co|limited liability partnership|limited partnership|limited|ltd|llc
  llp|lllp|pllc|plc|public limited company|private limited company|incorporated|inc|corporation|corp|company
  professional corporation|benefit corporation|ltée|limitée|ulc|unlimited company|unlimited|ultd|pty|proprietary|pvt
  private|pte|sdn|sendirian|bhd|berhad|public co ltd|public company limited|public company|pcl|pbc|dac
  designated activity company|clg|company limited by guarantee|community interest company|teoranta|cyf|cyfyngedig
  one person company|npc|edms bpk|bpk
  beperk|close corporation|smpc|smsa
  société anonyme|société à responsabilité limitée|société par actions simplifiée|société en commandite simple
  société en nom collectif|société civile immobilière|société coopérative|société simple|sarl|sarl s|sarls|sas|sasu
  eurl|snc|sca|scs|scop|scic|scsp|sa|selarl|selas|eirl|cie|société à responsabilité limitée unipersonnelle
  société à responsabilité limitée simplifiée|société par actions simplifiée unipersonnelle|sprl|srl|scrl|asbl
  groupement d intérêt économique|cvba|vzw|commva|commv|comm va
  sociedad anónima|sociedad limitada|sociedad de responsabilidad limitada|sociedad limitada unipersonal
  sociedad anónima de capital variable|sociedad por acciones simplificada|sociedad limitada profesional
  sociedad cooperativa|sociedad anónima cerrada|sociedad anónima unipersonal|comunidad de bienes|slu|sl|slp
  slne|sll|scoop|s coop|s com|sapi de cv|sab de cv|sas de cv|sa de cv|s de rl de cv|s de rl|de cv|saic|s en c
  s en c por a|ltda|limitada|cia|sociedade anônima|sociedade limitada|sociedade por quotas
  sociedade unipessoal por quotas|eireli|lda|unipessoal|sgps|crl
  sapa|sas di|snc di|scarl|soc coop arl|soc coop|scpa|società per azioni|società a responsabilità limitata
  società a responsabilità limitata semplificata|società in nome collettivo|società in accomandita semplice
  società in accomandita per azioni|società cooperativa|società benefit|srls
  bv|bvba|nv|vof|besloten vennootschap|besloten vennootschap met beperkte aansprakelijkheid|naamloze vennootschap
  vennootschap onder firma|commanditaire vennootschap|coöperatie|coöperatie ua|ab|aktiebolag|publ|as|aktieselskab
  aktieselskap|aksjeselskap|asa|allmennaksjeselskap|aps|anpartsselskab|ivs|iværksætterselskab|interessentskab
  kommanditselskab|partnerselskab|enkeltpersonforetak|ansvarlig selskap|smba|amba|fmba|handelsbolag|kommanditbolag
  ek för|ekonomisk förening|enskild firma|oy|osakeyhtiö|oyj|julkinen osakeyhtiö|abp|kommandiittiyhtiö|avoin yhtiö
  osuuskunta|rekisteröity yhdistys|hf|hlutafélag|ehf|einkahlutafélag|ohf|slf|svf
  sp z oo|sp z o o|spółka z oo|spółka z ograniczoną odpowiedzialnością|spółka akcyjna|prosta spółka akcyjna
  spółka komandytowa|spółka komandytowo akcyjna|spółka jawna|spółka partnerska|spółka cywilna|spzoo|sp k|spk|sp j|spj
  sp p|ska|sa sk|sro|s r o|spol s ro|společnost s ručením omezeným|akciová společnost|komanditní společnost
  veřejná obchodní společnost|státní podnik|spoločnosť s ručením obmedzeným|akciová spoločnosť|družstvo|vos
  doo|d o o|jdoo|dooel|društvo s ograničenom odgovornošću|društvo sa ograničenom odgovornošću
  jednostavno društvo s ograničenom odgovornošću|družba z omejeno odgovornostjo|dioničko društvo|delniška družba
  akcionarsko društvo|samostojni podjetnik|ood|eood|ead|kft|korlátolt felelősségű társaság|zrt|kkt
  zártkörűen működő részvénytársaság|nyrt|nyilvánosan működő részvénytársaság|betéti társaság|egyéni cég|srl d|pfa
  societate cu răspundere limitată|societate pe acțiuni|epe|abee|aebe
  ανώνυμη εταιρεία|ανώνυμος εταιρεία|ανώνυμη εταιρία|εταιρεία περιορισμένης ευθύνης|ομόρρυθμη εταιρεία
  ετερόρρυθμη εταιρεία|ιδιωτική κεφαλαιουχική εταιρεία|αε|επε|ικε|οε|εε|αβεε|αεβε|αεε|μικε|μαε|μεπε
  uab|uždaroji akcinė bendrovė|akcinė bendrovė|mažoji bendrija|všį|sia|sabiedrība ar ierobežotu atbildību
  akciju sabiedrība|ou|oue|osaühing|aktsiaselts|mtü
  ooo|ooo ltd|oao|zao|pao|tov|ип|ооо|ао|оао|зао|пао|нао|тов|тзов|пп|прат|пат|тоо|одо|еоод|оод|еад|ад|ет|доо|дооел
  общество с ограниченной ответственностью|акционерное общество|публичное акционерное общество
  товариство з обмеженою відповідальністю|дружество с ограничена отговорност|акционерно дружество
  anonim şirketi|limited şirketi|kollektif şirketi|koll şti|ltd şti|şti|aş|adi ortaklığı
  kk|kabushiki kaisha|kabushiki gaisha|godo kaisha|yugen kaisha|株式会社|有限会社|合同会社|合資会社|合名会社
  一般社団法人|一般財団法人|股份有限公司|股份公司|有限責任公司|有限责任公司|有限公司|有限合伙|公司
  주식회사|유한회사|유한책임회사|합자회사|합명회사
  จำกัด|จำกัด มหาชน|บจก|บมจ|หจก
  jsc|ojsc|cjsc|pjsc|prjsc|joint stock company|public joint stock company|tbk|plt|persero
  fze|fzco|fzc|fz llc|fzllc|dwc llc|dmcc|wll|with limited liability|llc fz|saoc|saog|sae|ksc|kscc|kscp|bsc|bsc c|qsc
  qpsc
  شمم|شمل|شمك|شمع|مم|ذمم|ذ م م|ش م م|ش م ك|شذمم|ممح|شمس|ششو|المحدودة|محدودة|ذات مسؤولية محدودة|المساهمة|مساهمة
  ذات المسؤولية المحدودة|شركة الشخص الواحد|بعم|בעמ|ער`

/** Forms that are words or initials elsewhere: they end a name in these countries, or where dots or slashes part all their letters. */
const local: Readonly<Record<string, string>> = {
  'DE AT CH LI': 'ev|eg|ek|og|eu',
  'GB IE US CA': 'pc|lp|gp|lc|uc|cic|cio|teo|na',
  'US CA': 'enr|et al',
  'FR BE LU MC CH MA TN DZ SN CI CM': 'sci|sc|scm|scp|ei|gie|ss|compagnie',
  'NL BE': 'cv|ua',
  'IT SM CH CL DZ AR MX': 'spa|ss',
  'ES AR MX CO PE CL VE EC UY BO PA': 'sal|sau|sac|saa|sc|cb|sat|aie|ca|ac|bic|srl|spa|sas',
  'BR PT AO MZ': 'me|mei|epp|ss|sc',
  'DK NO SE FI IS': 'is|ks|ps|da|enk|nuf|ans|ba|hb|kb|ef|ky|ay|tmi|osk|ry|sf|ses',
  'PL CZ SK HU': 'sc|psa|ks|zs|sp|ops|jsa|rt|bt|ev',
  'RO MD': 'ii|sc',
  'HR SI RS BA ME MK BG AL XK': 'dd|ad|kd|sp|dno|jtd|od|pr|obrt|zadruga|et|sd',
  'GR CY': 'oe|ae|ike|ee|pc|mike',
  'LT LV EE': 'mb|ii|ik|tu|uu|fie',
  'RU BY KZ UA UZ KG': 'ao|too|ат|дп|уп|сд|кд',
  JP: 'gk|yk',
  'ID MY SG PH TH VN': 'pt|cv|ud|pd',
  'IN PH': 'opc',
  ZA: 'cc|soc',
  AU: 'pl|nl',
  'AE SA QA KW BH OM EG LB JO IQ': 'sal|est|establishment|psc|spc|jv',
}

/** Words that follow a form and belong to it. */
const afterForms = `
  in gründung|in liquidation|ig|gr|il|io|in oprichting|ua|unipersonale|unipersonal|a socio unico|con socio unico
  socio unico|in liquidazione|en liquidation|en liquidación|sb|societa benefit|bic|me|mei|epp|publ
  มหาชน`

/** Words that stand before a form and belong to it. */
const beforeForms = `
  san tic|tic san|sanayi|ticaret|opc|one person|sole proprietorship|single member|μον|μονοπρόσωπη|stiftung|nonprofit`
const localBefore: Readonly<Record<string, string>> = {
  TR: 'san|tic',
  IN: 'p',
  ZA: 'soc|rf',
  GR: 'm|μ',
  'ES BR PT': 'ss|sc|sdad',
}

/** Forms and words in front that are never a part of the name. */
const titles = `
  pt|llc|jsc|pjsc|ojsc|cjsc|prjsc|limited liability company|joint stock company|public joint stock company
  tov|ooo|oao|zao|pao|ооо|ао|оао|зао|пао|нао|ип|нко|ано|фгуп|гуп|муп|тоо|одо|чуп|тов|тзов|пп|фоп|прат|пат|ат|дп|ет
  общество с ограниченной ответственностью|акционерное общество|публичное акционерное общество
  открытое акционерное общество|закрытое акционерное общество|непубличное акционерное общество
  индивидуальный предприниматель|товарищество с ограниченной ответственностью
  товариство з обмеженою відповідальністю|приватне підприємство|приватне акціонерне товариство
  акціонерне товариство|публічне акціонерне товариство|شركة|مؤسسة|the|firma|stichting|société|ste|ets|établissements
  companhia|ditta|messrs|coöperatie|công ty|cong ty|công ty tnhh|công ty cổ phần|công ty trách nhiệm hữu hạn
  công ty tnhh mtv|công ty tnhh một thành viên|ctcp|ct tnhh|perseroan terbatas|kabushiki kaisha|kk
  aktiebolaget|oy|osakeyhtiö|aktsiaselts|akciju sabiedrība|sabiedrība ar ierobežotu atbildību
  uždaroji akcinė bendrovė|akcinė bendrovė|mažoji bendrija|บริษัท|ห้างหุ้นส่วนจำกัด|บจก|บมจ|หจก|บจ`

// Forms that stand in front in some countries, while elsewhere a name may begin with these letters:
// they are one only where no form ends the name.
const leading = `ab|uab|sarl|eurl|sia|ou|aktiebolag|osaühing|všį|mtü`
const localLeading: Readonly<Record<string, string>> = {
  'FR BE LU MC CH MA TN DZ SN CI CM': 'sa|sas|sasu|snc|sci|scop|gie',
  'RO MD': 'sa',
  'LT LV EE': 'as|ik|mb|ii|fie|tu|uu',
  FI: 'tmi|ky',
  'RU BY KZ UA UZ KG': 'ao|too|llp',
}
const localTitles: Readonly<Record<string, string>> = {
  'RO MD': 'sc',
  BG: 'et',
  BY: 'уп',
  PL: 'pphu|phu|fhu|ppuh|zpu',
  'BR PT AO MZ': 'cia',
  'ID MY': 'cv|ud|pd',
}

const listOf = (lines: string) => lines.split(/[|\n]/).flatMap((form) => form.trim() || [])
const byCountry = (lists: Readonly<Record<string, string>>) =>
  Object.entries(lists).flatMap(([countries, forms]) =>
    listOf(forms).map((form) => ({ form, countries: countries.split(' ') })),
  )

/** Legal forms that end a company's name everywhere. */
export const legalForms: readonly string[] = listOf(endings)
/** Words that belong to the legal form before them. */
export const formEnds: readonly string[] = listOf(afterForms)
/** Words that belong to the legal form after them. */
export const formBeginnings: readonly string[] = listOf(beforeForms)
/** Words that belong to the legal form after them in some countries. */
export const localFormBeginnings = byCountry(localBefore)
/** Legal forms and articles that begin a company's name. */
export const legalTitles: readonly string[] = listOf(titles)
/** Legal forms that begin a company's name unless another one ends it. */
export const leadingForms: readonly string[] = listOf(leading)
/** Forms that end a name in some countries. */
export const localForms = byCountry(local)
/** Forms that begin a name in some countries. */
export const localTitleForms = byCountry(localTitles)
/** Forms that begin a name in some countries unless another one ends it. */
export const localLeadingForms = byCountry(localLeading)
