package main

// handFolds are the pairs that Unihan does not connect, or connects wrongly:
//
//   - the new Japanese forms (亀), for which Unihan has readings but no variants;
//   - variants for which it names several standard forms (嵜: 埼, 崎), or a rare
//     one (汚: 洿), of which one is meant in names;
//   - forms it lacks or lists as their own simplification too (産, 復), and a
//     few components that stand for the character in damaged text (艹);
//   - standard forms that are nonetheless only the traditional spelling of
//     another in ordinary names (於; its own use is a rare surname);
//   - the zero 〇, which is no character to Unihan.
//
// New Japanese forms that are other characters in Chinese stay: 芸 (yún) is not
// 艺, 浜 (bāng) not 滨, 弁 not 辨.
const handFolds = `
亀龟 仮假 剤剂 労劳 勧劝 勲勋 営营 囲围 図图 圧压 壌壤 壱壹 奨奖 姫姬 嬢娘 対对
帰归 廃废 弐贰 悩恼 択择 拠据 拡扩 挙举 斎斋 桟栈 権权 歓欢 歯齿 沢泽 浄净
済济 渋涩 渓溪 満满 犠牺 猟猎 発发 穏稳 粛肃 糸丝 経经 絵绘 継继 続续 縄绳 脳脑
舎舍 舗铺 艶艳 蛍萤 覚觉 観观 訳译 読读 豊丰 軽轻 辺边 遅迟 釈释 鉱矿 銭钱 錬炼
閲阅 闘斗 霊灵 頬颊 顔颜 駅驿 駄驮 駆驱 駈驱 髄髓 鶏鸡 麺面 齢龄 塚冢 搾榨 癒愈
渕渊 潅灌 頚颈 鴎鸥 鴬莺 讃赞 諌谏 撹搅 噛啮 聡聪 檪栎 欅榉 焔焰 篭笼 繋系 繍绣
蝿蝇 醤酱 醗酦 鈬铎 鐡铁 輌辆 賎贱 靱韧 頽颓 鯵鲹 鹸碱 剱剑 劔剑 釼剑 壷壶 巌岩
邉边 嶌岛 穐秋 楡榆 楳梅 惣总 翆翠 掻搔 漑溉 珱璎 纉缵 舮舻 莵菟 躙躏 竸竞 蘓苏

嵜崎 碕崎 﨑崎 槓杠 汙污 汚污 洩泄 稜棱 袴裤 燿耀 牠它 廼乃 濵滨

産产 復复 裡里 裏里 遊游 摺折 崑昆 崘仑 兇凶 彿佛 姪侄 毬球 籤签 籖签
舩船 躰体 逹达 釡釜 閇闭 鑵罐 阯址 霑沾 餝饰 皐皋 煕熙 朮术 曁暨 枩松 甼町 痲麻
蓆席 蔕蒂 觝抵 踈疏 頋顾 艹草 刋刊

於于 釐厘 麽么 剋克

〇零
`

// preferred names the reading that a character has in names of companies and
// places where running text, which kHanyuPinlu counts, has another one oftener:
// 长 is zhǎng in 部长 but cháng in 长城, 长江 and 长安; 都 is dōu as an adverb but
// dū in 成都; 勒 is lēi as a verb but lè in 库尔勒; 调 is diào in 调查 but tiáo in
// 空调. Where words differ (厦门, 大厦) the word tables decide; this is the guess
// for an unknown word.
const preferred = `
长chang2 都du1 藏zang4 厦xia4 地di4 还huan2 什shi2 著zhu4 着zhuo2 了liao3
佛fo2 勒le4 埔pu3 卜bu3 拓tuo4 柏bo2 泊bo2 薄bo2 珲hun2 蚌beng4
兴xing1 晟sheng4 珩heng2 焘tao1 隽jun4 靓liang4 琢zhuo2 茄qie2
调tiao2 轧zha2 畜xu4
曾zeng1 仇qiu2 翟zhai2 阚kan4 郇xun2
`
