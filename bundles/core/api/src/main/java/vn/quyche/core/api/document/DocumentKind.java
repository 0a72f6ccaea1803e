package vn.quyche.core.api.document;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of administrative documents with the codes of NĐ 30/2020/NĐ-CP, Phụ lục III. */
public enum DocumentKind {
    RESOLUTION("NQ", "Nghị quyết"),
    DECISION("QĐ", "Quyết định"),
    INSTRUCTION("CT", "Chỉ thị"),
    REGULATION("QC", "Quy chế"),
    RULES("QyĐ", "Quy định"),
    COMMUNIQUE("TC", "Thông cáo"),
    NOTICE("TB", "Thông báo"),
    GUIDANCE("HD", "Hướng dẫn"),
    PROGRAMME("CTr", "Chương trình"),
    PLAN("KH", "Kế hoạch"),
    SCHEME("PA", "Phương án"),
    PROJECT("ĐA", "Đề án"),
    INVESTMENT_PROJECT("DA", "Dự án"),
    REPORT("BC", "Báo cáo"),
    MINUTES("BB", "Biên bản"),
    SUBMISSION("TTr", "Tờ trình"),
    CONTRACT("HĐ", "Hợp đồng"),
    TELEGRAM("CĐ", "Công điện"),
    MEMORANDUM("BGN", "Bản ghi nhớ"),
    AGREEMENT("BTT", "Bản thỏa thuận"),
    AUTHORIZATION("GUQ", "Giấy ủy quyền"),
    INVITATION("GM", "Giấy mời"),
    INTRODUCTION("GGT", "Giấy giới thiệu"),
    LEAVE_PAPER("GNP", "Giấy nghỉ phép"),
    DISPATCH_SLIP("PG", "Phiếu gửi"),
    TRANSFER_SLIP("PC", "Phiếu chuyển"),
    ADVICE_SLIP("PB", "Phiếu báo"),
    /** Has no code: {@code 12/THTA}. */
    OFFICIAL_LETTER("", "Công văn"),
    /** Has no code either. */
    OFFICIAL_NOTE("", "Thư công");

    private final String code;
    private final String title;

    DocumentKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The code in the symbol, for example {@code QĐ}; empty for official letters and notes, which have none. */
    public String code() {
        return code;
    }

    /** The name in Vietnamese, for example {@code Quyết định}. */
    public String title() {
        return title;
    }

    /** The kind with a code or constant name, whatever its case. */
    public static Optional<DocumentKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind.name().equalsIgnoreCase(text) || !kind.code.isEmpty() && kind.code.equalsIgnoreCase(text))
                .findFirst();
    }
}
