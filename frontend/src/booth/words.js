// Everything that the page says by itself. Vietnamese is the source (DESIGN §7).

const ASK_DESK = "Đề nghị đồng chí hỏi bàn phát thẻ.";

/** What a slip's holder is told instead of a ballot: by slot state, then by poll state. `wait`: ask again by itself. */
export const TOLD = {
  cast: [
    "Thẻ này đã bỏ phiếu",
    "Hòm phiếu đã nhận một phiếu từ thẻ này; mỗi thẻ chỉ bỏ được một phiếu. Nếu không phải đồng chí bỏ phiếu đó, đề nghị báo ngay tổ kiểm phiếu.",
  ],
  exchanged: ["Thẻ này đã đổi lấy phiếu giấy", "Đề nghị đồng chí dùng phiếu giấy đã nhận ở bàn phát thẻ."],
  spoiled: ["Thẻ này đã báo hỏng", "Đề nghị đồng chí dùng thẻ được đổi. Nếu chưa nhận thẻ khác, đề nghị hỏi bàn phát thẻ."],
  left_over: [
    "Thẻ này không phát ra",
    "Thẻ này đã được kiểm là thẻ còn lại, không dùng để bỏ phiếu được. Đề nghị đồng chí đưa thẻ cho tổ kiểm phiếu.",
  ],
  void: ["Thẻ này đã huỷ", "Cả bộ thẻ cũ đã huỷ và in lại. Đề nghị đồng chí đến bàn phát thẻ để nhận thẻ mới."],
  unknown_slip: ["Hội nghị này không có thẻ này", ASK_DESK],
  bad_signature: ["Không nhận ra thẻ này", `Đề nghị đồng chí quét lại mã trên thẻ. Nếu vẫn không được, ${lower(ASK_DESK)}`],
  unknown_poll: ["Không có hội nghị này", `Địa chỉ này không thuộc hội nghị nào. ${ASK_DESK}`],
  not_open: ["Hòm phiếu chưa mở", "Thẻ của đồng chí dùng được. Đề nghị giữ trang này mở; máy tự kiểm tra lại.", "wait"],
  paused: ["Hòm phiếu đang tạm dừng", "Thẻ của đồng chí dùng được. Đề nghị giữ trang này mở; máy tự kiểm tra lại.", "wait"],
  closed: ["Hòm phiếu đã đóng", "Hội nghị đã kết thúc bỏ phiếu, thẻ này chưa bỏ phiếu nào. Nếu có thắc mắc, đề nghị gặp tổ kiểm phiếu."],
};

/** What stands on the sending screen. `stays`: the sealed ballot is kept and sent again. */
export const SENDING = {
  sealing: ["Đang niêm phong phiếu", "Đề nghị đồng chí chờ giây lát."],
  sending: ["Đang gửi phiếu", "Đề nghị đồng chí giữ trang này mở."],
  offline: ["Phiếu CHƯA gửi", "Phiếu đã niêm phong trên máy này và sẽ tự gửi khi có mạng. Đề nghị đồng chí giữ trang này mở."],
  busy: ["Phiếu CHƯA gửi", "Máy chủ đang bận. Máy này tự gửi lại sau ít giây; đề nghị đồng chí giữ trang này mở."],
  not_open: ["Phiếu CHƯA gửi", "Hòm phiếu chưa mở. Phiếu đã niêm phong trên máy này và sẽ tự gửi khi hòm phiếu mở."],
  paused: ["Phiếu CHƯA gửi", "Hòm phiếu đang tạm dừng. Phiếu đã niêm phong trên máy này và sẽ tự gửi khi hòm phiếu mở lại."],
  storage_full: ["Phiếu CHƯA gửi", "Máy chủ hết chỗ lưu. Phiếu vẫn còn trên máy này; đề nghị đồng chí báo ban tổ chức."],
  unproven: [
    "Phiếu CHƯA được xác nhận",
    "Máy chủ trả lời nhưng xác nhận không đúng. Phiếu vẫn còn niêm phong trên máy này; đề nghị đồng chí báo tổ kiểm phiếu.",
  ],
};

/** Final refusals of a sealed ballot: it is not in the box and never will be. */
export const REFUSED = {
  used: ["Phiếu này không được nhận", `Hòm phiếu đã nhận một phiếu khác từ thẻ này. Nếu không phải đồng chí bỏ phiếu đó, đề nghị báo ngay tổ kiểm phiếu.`],
  exchanged: ["Phiếu này không được nhận", "Thẻ này đã đổi lấy phiếu giấy. Đề nghị đồng chí dùng phiếu giấy."],
  spoiled: ["Phiếu này không được nhận", "Thẻ này đã báo hỏng. Đề nghị đồng chí dùng thẻ được đổi."],
  left_over: ["Phiếu này không được nhận", "Thẻ này đã được kiểm là thẻ còn lại. Đề nghị đồng chí gặp tổ kiểm phiếu."],
  void: ["Phiếu này không được nhận", "Bộ thẻ này đã huỷ. Đề nghị đồng chí nhận thẻ mới ở bàn phát thẻ."],
  unknown_slip: ["Phiếu này không được nhận", `Hội nghị này không có thẻ này. ${ASK_DESK}`],
  unknown_poll: ["Phiếu này không được nhận", `Không có hội nghị này. ${ASK_DESK}`],
  bad_signature: ["Phiếu này không được nhận", `Phiếu đến nơi không còn nguyên vẹn. Thẻ vẫn dùng được: đề nghị đồng chí quét lại thẻ và bỏ phiếu lại.`],
  malformed: ["Phiếu này không được nhận", `Phiếu đến nơi không đúng khuôn dạng. Thẻ vẫn dùng được: đề nghị đồng chí quét lại thẻ và bỏ phiếu lại.`],
  closed: ["Phiếu này không được nhận", "Hòm phiếu đã đóng trước khi phiếu đến nơi. Đề nghị đồng chí báo tổ kiểm phiếu."],
};

/** What the holder of a receipt hears. */
export const CHECKED = {
  reading: ["Đang kiểm tra biên nhận", "Đề nghị đồng chí chờ giây lát."],
  not_closed: [
    "Biên nhận đúng của hòm phiếu này",
    "Danh sách phiếu trong hòm được công bố sau khi đóng hòm phiếu. Khi đó đồng chí quét lại mã này để đối chiếu.",
  ],
  listed: ["Phiếu có trong hòm", "Phiếu của biên nhận này có trong danh sách đã công bố."],
  missing: [
    "Phiếu KHÔNG có trong danh sách",
    "Biên nhận này đúng chữ ký của máy chủ nhưng phiếu không có trong danh sách đã công bố. Đề nghị đồng chí đưa biên nhận cho tổ kiểm phiếu.",
  ],
  foreign: ["Biên nhận không đúng", "Máy chủ của hội nghị này không cấp biên nhận này. Đề nghị đồng chí quét lại mã."],
};

const OTHER_POLL = "Thẻ này là thẻ của hội nghị khác. Đề nghị đồng chí quét đúng thẻ nhận hôm nay, hoặc hỏi bàn phát thẻ.";
const INCOMPLETE = "Mã trên thẻ có 4 nhóm, mỗi nhóm 5 ký tự. Đề nghị đồng chí nhập đủ.";

/** Says what is wrong with a typed or scanned code. */
export function codeRefusal({ refused, groups }) {
  if (refused === "other_poll") return OTHER_POLL;
  if (refused === "incomplete") return INCOMPLETE;
  const places = groups.length === 1 ? `Nhóm thứ ${groups[0]}` : `Các nhóm thứ ${listed(groups)}`;
  const wrong = `${places} gõ nhầm. Đề nghị đồng chí đối chiếu lại với thẻ.`;
  return groups.length < 3 ? wrong : `${wrong} Nếu đã gõ đúng, đây là thẻ của hội nghị khác.`;
}

export const listed = (entries) =>
  entries.length < 2 ? entries.join("") : `${entries.slice(0, -1).join(", ")} và ${entries[entries.length - 1]}`;

export const SAY = {
  checking: "Đang kiểm tra thẻ…",
  usable: "Thẻ dùng được.",
  unchecked: "Mạng yếu, chưa kiểm tra được thẻ. Đồng chí vẫn điền phiếu được; máy tự kiểm tra lại.",
  notLoaded: "Mạng yếu, trang chưa tải xong. Máy đang tải lại; đề nghị đồng chí chờ.",
  queue: "Máy này còn phiếu đã niêm phong chưa gửi được; máy đang tự gửi lại.",
  single: "Xem từng nội dung một",
  cards: "Xem nhiều nội dung một lượt",
  reveal: "Hiện câu trả lời của tôi",
  mask: "Che câu trả lời",
  masked: "Đang che để người ngồi cạnh không đọc được.",
  shown: "Câu trả lời đang hiện. Đề nghị đồng chí che màn hình.",
  discardAfterRefusal: "Xoá phiếu này khỏi máy",
  discard: "Xoá, dùng phiếu giấy",
  erased: "Máy này không còn giữ bản nào.",
  notErased: "Máy này chưa xoá được bản đã niêm phong. Không ai đọc được bản đó; đề nghị đồng chí đóng trang này.",
  sealFailed: "Máy chưa niêm phong được phiếu. Câu trả lời còn nguyên; đề nghị đồng chí thử gửi lại.",
  memoryOnly: "Máy này không cho lưu: đóng trang là mất phiếu chưa gửi.",
  over: "Ghi chú dài quá chỗ viết. Đề nghị đồng chí rút bớt trước khi gửi.",
  room: (words) => `Còn viết được khoảng ${words} chữ nữa.`,
  count: (answered, all) => `Đã trả lời ${answered}/${all}`,
};

function lower(sentence) {
  return sentence[0].toLowerCase() + sentence.slice(1);
}
