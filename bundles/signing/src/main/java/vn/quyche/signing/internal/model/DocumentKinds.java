package vn.quyche.signing.internal.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kinds of administrative documents and their codes (NĐ 30/2020/NĐ-CP, Điều 7 and Phụ lục III). */
public final class DocumentKinds {

    private static final Map<String, String> NAMES = names(
            "NQ", "Nghị quyết",
            "QĐ", "Quyết định",
            "CT", "Chỉ thị",
            "QC", "Quy chế",
            "QyĐ", "Quy định",
            "TC", "Thông cáo",
            "TB", "Thông báo",
            "HD", "Hướng dẫn",
            "CTr", "Chương trình",
            "KH", "Kế hoạch",
            "PA", "Phương án",
            "ĐA", "Đề án",
            "DA", "Dự án",
            "BC", "Báo cáo",
            "BB", "Biên bản",
            "TTr", "Tờ trình",
            "HĐ", "Hợp đồng",
            "CV", "Công văn",
            "CĐ", "Công điện",
            "BGN", "Bản ghi nhớ",
            "BTT", "Bản thỏa thuận",
            "GUQ", "Giấy ủy quyền",
            "GM", "Giấy mời",
            "GGT", "Giấy giới thiệu",
            "GNP", "Giấy nghỉ phép",
            "PG", "Phiếu gửi",
            "PC", "Phiếu chuyển",
            "PB", "Phiếu báo",
            "SY", "Sao y",
            "TrS", "Trích sao",
            "SL", "Sao lục");

    private DocumentKinds() {}

    /** The names by code, in the order of the decree. */
    public static Map<String, String> all() {
        return NAMES;
    }

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(names);
    }
}
