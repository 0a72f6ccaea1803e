package vn.quyche.core.screening.internal.model;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A set of words or phrases, known with and without marks. */
final class Vocabulary {

    /** What stands before {@code mật} in words that mark nothing: bảo mật, bí mật, trăng mật, túi mật … */
    static final Vocabulary BEFORE =
            words("bảo bí thân đường trăng cơ cẩn kín nghiêm ngọt túi sỏi ống dịch gan nấm hoa ong lấy"
                    + " hút rót nếm tìm nuôi sữa chim nước tuần viêm bọ gấu tỉ tẩm đựng chảy thiên giọt lọ chai vị mía"
                    + " uống ăn pha lối");

    /** The same for text without marks, where {@code mat} is also mất, mặt, mắt, mát. */
    static final Vocabulary BEFORE_BARE = words(
            "rửa khuôn gương bề có vắng ra gặp trước tiền nước đôi hoa mở nhắm đau khám đeo"
                    + " mù cận kính chóng lóa làm bị đánh che bao chảy quên thể nói trở sơ lộ quay quá đầy thẳng mỗi mọi đủ mang còn"
                    + " trong ngoài bán mua tôi vừa đã sắp lại thiếu nhiều một hai ba lời xin chân mí lông tay mái làn gió trông tổn");

    /** What stands behind {@code mật} in such words: mật khẩu, mật ong, mật độ, mật mã … */
    static final Vocabulary AFTER = words("khẩu ong độ mã thư vụ thám thiết ngọt hoa mía ngữ lệnh đàm ước tông sơn gấu"
            + " phục tịch tử gác đạo khế chiếu dụ phái vàng ngài dừa lợn chú ngôn");

    /** Kinds of papers and information that a marking speaks of. */
    static final Vocabulary PAPERS =
            words("văn_bản tài_liệu công_văn hồ_sơ báo_cáo quyết_định kế_hoạch thông_báo tờ_trình"
                    + " nghị_quyết chỉ_thị biên_bản đề_án thông_tin đề_thi danh_sách phương_án bản_đồ giấy_tờ dự_thảo phụ_lục file"
                    + " tệp dữ_liệu số_liệu bí_mật_nhà_nước tin điện nội_dung tư_liệu công_điện sơ_đồ đáp_án bản_tin");

    /** What may stand between a paper and its level: văn bản <em>đóng dấu</em> Mật. */
    static final Vocabulary LINKS = words("loại thuộc độ mức cấp có đóng dấu chỉ được xếp diện dạng là nhà nước");

    /** What may stand beside a level in a stamp: Bản số 3, Hỏa tốc. */
    static final Vocabulary STAMP_COMPANY = words("bản số khẩn thượng hỏa hoả tốc dấu đóng hẹn giờ");

    /** The words of a line that says: this is a state secret. */
    static final Vocabulary STATE_SECRET =
            words("bí mật nhà nước tài liệu văn bản hồ sơ thuộc chứa phạm vi loại độ danh mục có nội dung");

    /** Words that speak about the rule, not about a paper at hand. */
    static final Vocabulary TALK = words("không không_được chẳng đừng chớ cấm nghiêm_cấm tránh trừ phải bắt_buộc nếu"
            + " trường_hợp quy_định qui_định quy_chế qui_chế quy_trình nội_quy luật nghị_định thông_tư pháp_lệnh hướng_dẫn"
            + " khái_niệm định_nghĩa nghĩa gồm bao_gồm trở_lên hành_vi vi_phạm tội_phạm xử_phạt xử_lý phạt bảo_vệ_bí_mật"
            + " quản_lý sổ đăng_ký đăng_kí công_tác_bảo_vệ công_tác_văn_thư soạn_thảo in_sao sao_chụp vận_chuyển giao_nhận tiêu_hủy tiêu_huỷ"
            + " xác_định giải_mật tập_huấn tuyên_truyền lộ lọt làm_lộ tiết_lộ thẩm_quyền trách_nhiệm chế_độ nguyên_tắc"
            + " tính_chất thế_nào là_gì ví_dụ mức_độ các_loại các_độ được_hiểu hạn_chế");

    /** Without marks only what cannot be another word. */
    static final Vocabulary TALK_BARE = words("không không_được nghiêm_cấm quy_định quy_chế quy_trình nội_quy hướng_dẫn"
            + " trường_hợp hành_vi vi_phạm quản_lý tập_huấn tuyên_truyền trách_nhiệm bao_gồm trở_lên");

    /** What ties a mention to one paper at hand: công văn mật <em>số 12</em>, văn bản mật <em>này</em>. */
    static final Vocabulary AT_HAND = words("này số sau đính");

    /** Names of labels that ask for a level: Độ mật, Mức độ mật, Dấu mật. */
    static final Vocabulary LABELS = words("độ mức dấu cấp");

    /** After these a word is a person's name. */
    static final Vocabulary NAMES = words("thị bà ông cô chị anh em thầy cháu bé tên");

    private final Set<String> forms;
    private final Set<String> bare;

    private Vocabulary(Set<String> forms) {
        this.forms = forms;
        this.bare = forms.stream().map(Letters::bare).collect(Collectors.toUnmodifiableSet());
    }

    private static Vocabulary words(String words) {
        return new Vocabulary(
                Arrays.stream(words.split(" +")).map(w -> w.replace('_', ' ')).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a word is one of them; a word without marks also stands for the marked ones. */
    boolean holds(Word word) {
        return word.isOneOf(forms, bare);
    }

    /** Whether a word is one of them when all marks are left out. */
    boolean holdsBare(Word word) {
        return bare.contains(word.bare());
    }

    /** Whether a phrase, written with its marks, is one of them. */
    boolean holdsForm(String phrase) {
        return forms.contains(phrase);
    }

    /** Whether a phrase without marks is one of them. */
    boolean holdsBareForm(String phrase) {
        return bare.contains(phrase);
    }
}
