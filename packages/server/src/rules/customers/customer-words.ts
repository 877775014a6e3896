/** Domains that many companies share: free mail and pages on a platform say nothing of a customer. */
export const sharedDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com google.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk
  hotmail.de hotmail.fr hotmail.it hotmail.es live.com live.de live.fr live.co.uk msn.com yahoo.com
  yahoo.co.uk yahoo.co.jp yahoo.co.in yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.com.br ymail.com
  rocketmail.com aol.com aol.de icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de
  t-online.de freenet.de arcor.de mail.com mail.ru inbox.ru list.ru bk.ru yandex.ru yandex.com ya.ru
  rambler.ru proton.me protonmail.com pm.me tutanota.com tuta.io mailbox.org posteo.de fastmail.com
  hey.com zoho.com hushmail.com qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com aliyun.com
  naver.com hanmail.net daum.net nate.com rediffmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr
  bbox.fr libero.it virgilio.it tiscali.it alice.it tin.it telefonica.net terra.es terra.com.br uol.com.br
  bol.com.br ig.com.br btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com bluewin.ch
  hispeed.ch sunrise.ch a1.net chello.at aon.at telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl
  home.nl planet.nl wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz comcast.net verizon.net att.net
  sbcglobal.net cox.net charter.net earthlink.net bellsouth.net shaw.ca rogers.com sympatico.ca
  bigpond.com optusnet.com.au docomo.ne.jp ezweb.ne.jp softbank.ne.jp walla.co.il maktoob.com
  facebook.com linkedin.com instagram.com twitter.com x.com youtube.com xing.com tiktok.com github.com
  notion.site medium.com wikipedia.org amazon.com ebay.com etsy.com bit.ly linktr.ee`.split(/\s+/),
)

// Legal forms by ISO 20275, abbreviated and written out. `customers.ts` reads them as it reads names,
// so accents, dots and blanks do not matter here.
const endings = `
  gmbh|gesellschaft mit beschränkter haftung|ggmbh|mbh|gesmbh|ag|aktiengesellschaft|kgaa|kg|kommanditgesellschaft
  ohg|offene handelsgesellschaft|gbr|ug haftungsbeschränkt|ug|unternehmergesellschaft|se|societas europaea|ev
  eingetragener verein|eg|eingetragene genossenschaft|ek|eingetragener kaufmann|eingetragene kauffrau|co|co kg
  co kgaa|co ohg|kommanditgesellschaft auf aktien|gesellschaft bürgerlichen rechts|partgmbb|partg|kollektivgesellschaft
  limited liability company|limited liability partnership|limited partnership|limited|ltd|llc|llp|lp|plc
  public limited company|incorporated|inc|corporation|corp|company|pty|proprietary|pvt|private|pte|sdn|sendirian
  bhd|berhad|public company|pcl|pbc|pc|cic|unlimited|ultd|dac|designated activity company|clg
  société anonyme|société à responsabilité limitée|société par actions simplifiée|société en commandite simple
  société en nom collectif|société civile immobilière|société coopérative|sarl|sas|sasu|eurl|snc|sca|scs|scop|sa
  sci|sprl|srl|scrl|asbl|société à responsabilité limitée unipersonnelle|société simple
  sociedad anónima|sociedad limitada|sociedad de responsabilidad limitada|sociedad limitada unipersonal
  sociedad anónima de capital variable|sociedad por acciones simplificada|slu|sl|slne|sau|sll|sac|saa|sapi de cv
  sa de cv|s de rl de cv|de cv|cv|ltda|limitada|sociedade anônima|sociedade limitada|sociedade por quotas|eireli
  epp|me|lda|unipessoal|spa|sapa|sas di|snc di|scarl|società per azioni|società a responsabilità limitata
  società in nome collettivo|società in accomandita semplice|società cooperativa|srls
  bv|bvba|nv|vof|commv|besloten vennootschap|naamloze vennootschap|vennootschap onder firma
  commanditaire vennootschap|coöperatie|ab|aktiebolag|publ|as|aktieselskab|aksjeselskap|asa|allmennaksjeselskap
  ans|aps|anpartsselskab|ivs|iværksætterselskab|hb|handelsbolag|kb|kommanditbolag|oy|osakeyhtiö|oyj
  julkinen osakeyhtiö|abp|hf|hlutafélag|ehf|einkahlutafélag|ba|smba|amba
  sp z oo|sp z o o|spółka z oo|spółka z ograniczoną odpowiedzialnością|spółka akcyjna|spółka komandytowa
  spółka jawna|spzoo|sp k|spk|sp j|spj|sa sk|sro|s r o|spol s ro|společnost s ručením omezeným|akciová společnost
  spoločnosť s ručením obmedzeným|akciová spoločnosť|vos|doo|d o o|društvo s ograničenom odgovornošću
  družba z omejeno odgovornostjo|dd|dioničko društvo|delniška družba|ad|akcionarsko društvo|ood|eood|ead|kft
  korlátolt felelősségű társaság|zrt|zártkörűen működő részvénytársaság|nyrt
  nyilvánosan működő részvénytársaság|bt|betéti társaság|srl d|societate cu răspundere limitată
  societate pe acțiuni|oe|epe|ae|ike|ανώνυμη εταιρεία|αε|επε|ικε
  uab|uždaroji akcinė bendrovė|sia|sabiedrība ar ierobežotu atbildību|ou|osaühing|aktsiaselts|as oue|ooo|ooo ltd
  ao|oao|zao|pao|tov|ип|ооо|ао|оао|зао|пао|тов|пп|общество с ограниченной ответственностью|акционерное общество
  публичное акционерное общество|товариство з обмеженою відповідальністю
  anonim şirketi|limited şirketi|ltd şti|şti|tic|san|aş|sanayi ve ticaret|san ve tic
  kk|kabushiki kaisha|gk|yk|godo kaisha|yugen kaisha|株式会社|有限会社|合同会社|合資会社|股份有限公司|有限責任公司
  有限责任公司|有限公司|公司|주식회사|유한회사|jsc|ojsc|cjsc|pjsc|joint stock company|fze|fzco|fz llc|fzllc|wll
  with limited liability|llc fz|saoc|saog|tbk|jv|tmi|kom
  شمم|شمل|شمك|شمع|مم|ذمم|ذ م م|ش م م|ش م ك|المحدودة|ذات مسؤولية محدودة|بعم|בעמ`

// Forms and words in front that are never a part of the name.
const titles = `
  pt|ud|tov|ооо|ао|оао|зао|пао|ип|тов|ooo|oao|zao|pao|شركة|مؤسسة|the|firma|stichting|société|ste|công ty|cong ty
  общество с ограниченной ответственностью|акционерное общество|публичное акционерное общество
  aktiebolaget|oy`

// Forms that stand in front in some countries, while elsewhere a name may begin with these letters:
// they are one only where no form ends the name.
const leading = `ab|uab|sarl|eurl|sia|cv|ao|aktiebolag|osaühing`

const listOf = (lines: string) => lines.split(/[|\n]/).flatMap((form) => form.trim() || [])

/** Legal forms that end a company's name. */
export const legalForms: readonly string[] = listOf(endings)
/** Legal forms and articles that begin a company's name. */
export const legalTitles: readonly string[] = listOf(titles)
/** Legal forms that begin a company's name unless another one ends it. */
export const leadingForms: readonly string[] = listOf(leading)
