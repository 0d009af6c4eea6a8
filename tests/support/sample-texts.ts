/** A short report in simplified characters, written for these tests. */
export const SIMPLIFIED_REPORT = [
  '河湾镇推行“四清”工作法的做法',
  '',
  '今年以来,河湾镇党委在走访群众时推行“四清”工作法,做到底数清、问题清、责任清、结果清。',
  '一是底数清。干部逐户登记,把家庭情况记在台账上。',
  '二是问题清。每周召开一次碰头会,把群众反映的问题列成清单。',
  '三是责任清。每个问题都有人负责,限期办结。',
  '四是结果清。办理结果在村务公开栏公示,请群众评议。',
  '',
].join('\n');

/** The same in traditional characters. */
export const TRADITIONAL_REPORT = [
  '河灣鎮推行「四清」工作法的做法',
  '',
  '今年以來，河灣鎮黨委在走訪群眾時推行「四清」工作法，做到底數清、問題清、責任清、結果清。',
  '一是底數清。幹部逐戶登記，把家庭情況記在臺賬上。',
  '二是問題清。每週召開一次碰頭會，把群眾反映的問題列成清單。',
  '三是責任清。每個問題都有人負責，限期辦結。',
  '四是結果清。辦理結果在村務公開欄公示，請群眾評議。',
  '',
].join('\n');

/** One set under two names: one in the title, one beside the list. */
export const TWO_NAMES =
  '河湾镇“三步”工作法\n河湾镇推行“三环”工作法。\n一、排查\n走。\n二、登记\n写。\n三、化解\n谈。\n';
