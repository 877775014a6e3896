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
  fb.com t.me wa.me goo.gl vk.com ok.ru baidu.com alibaba.com indiamart.com yelp.com tripadvisor.com
  wordpress.com business.site jimdo.com jimdosite.com jimdofree.com webnode.page webnode.com weebly.com
  squarespace.com tumblr.com wix.com wixsite.com shopify.com godaddysites.com linkinbio.com
  posteo.net ukr.net i.ua meta.ua bigmir.net abv.bg mail.bg email.cz post.cz volny.cz azet.sk zoznam.sk
  freemail.hu citromail.hu vipmail.hu telia.com online.no spray.se passagen.se mailinator.com vodafone.de
  kabelbw.de unitybox.de globo.com sapo.pt netcabo.pt mail.pt inbox.lv mail.ee hot.ee one.lv delfi.lt
  emirates.net.ae eim.ae singnet.com.sg mynet.com mweb.co.za xtra.co.nz optonline.net neuf.fr club-internet.fr
  numericable.fr bluemail.ch vtxmail.ch eircom.net pacbell.net frontier.com windstream.net juno.com
  netzero.net excite.com lycos.com tuta.com tutamail.com hushmail.me startmail.com runbox.com mail.de email.de
  notion.site medium.com wikipedia.org amazon.com ebay.com etsy.com bit.ly linktr.ee`.split(/\s+/),
)

/** Names that offer free mail and pages under the domains of many countries. */
export const sharedNames: ReadonlySet<string> = new Set(
  `gmail googlemail google outlook hotmail live msn yahoo ymail aol icloud gmx yandex protonmail proton
  rediffmail facebook linkedin instagram amazon ebay etsy`.split(/\s+/),
)
