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

// Lower case, without dots and accents; longer forms before those they end with.
const endings = `
  gesellschaft mit beschraenkter haftung|gmbh|ggmbh|mbh|ag|kgaa|kg|ohg|gbr|ug haftungsbeschraenkt|ug|se|ev|eg|ek|co
  limited liability company|limited liability partnership|limited|ltd|llc|llp|lp|plc|incorporated|inc
  corporation|corp|company|pty|proprietary|pvt|private|pte|sdn|bhd|berhad|public company|pcl|pbc|pc
  societe anonyme|societe a responsabilite limitee|sarl|sas|sasu|eurl|snc|sca|scop|sa|sci|sprl|srl|scrl|asbl
  sociedad anonima|sociedad limitada|slu|sl|sau|sll|sac|saa|sapi de cv|sa de cv|s de rl de cv|de cv|cv|ltda|limitada|eireli|epp|me
  lda|unipessoal|spa|sapa|sas di|snc di|scarl|societa per azioni|bv|bvba|nv|vof|commv|besloten vennootschap
  ab|publ|as|asa|ans|aps|ivs|oy|oyj|abp|hf|ehf|ba
  sp z oo|sp z o o|spolka z oo|spzoo|sp k|spk|sp j|sa sk|sro|s r o|vos|doo|d o o|dd|ad|ood|eood|kft|zrt|nyrt|bt|oe|epe|ae|ike
  uab|sia|ou|as oue|ooo|ooo ltd|ao|oao|zao|pao|tov|ип|ооо|ао|оао|зао|пао|тов|пп
  anonim sirketi|anonim şirketi|limited sirketi|limited şirketi|ltd sti|ltd şti|sti|şti|tic|san|aş
  kk|kabushiki kaisha|gk|yk|godo kaisha|株式会社|有限会社|合同会社|合資会社|股份有限公司|有限責任公司|有限责任公司|有限公司|公司|주식회사|유한회사
  jsc|ojsc|cjsc|pjsc|fze|fzco|fz llc|fzllc|wll|llc fz|saoc|saog|tbk|jv|tmi|kom
  شمم|شمل|شمك|شمع|مم|ذمم|ذ م م|ش م م|ش م ك|المحدودة|ذات مسؤولية محدودة|بعم|בעמ`

const beginnings = `
  株式会社|有限会社|合同会社|주식회사|유한회사|pt|cv|ud|tov|ооо|ао|оао|зао|пао|ип|тов|ooo|oao|zao|pao|ao
  شركة|مؤسسة|the|firma|stichting|societe|ste|cong ty|công ty`

const listOf = (lines: string) =>
  lines
    .split(/[|\n]/)
    .map((form) => form.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC'))
    .filter(Boolean)
    .toSorted((one, other) => other.length - one.length)

/** Legal forms that end a company's name. */
export const legalForms = listOf(endings)
/** Legal forms and articles that begin a company's name. */
export const legalPrefixes = listOf(beginnings)
