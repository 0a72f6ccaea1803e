package vn.quyche.core.document.internal.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.document.internal.template.WordTemplate.Known;

/** What templates are filled with in tests. */
public final class TemplateSamples {

    private TemplateSamples() {}

    /** What the document itself fills. */
    public static Known known(DocumentKind kind) {
        return new Known(
                "UBND xã Thử Nghiệm",
                "Trường THCS Thử Nghiệm",
                "\u00a0".repeat(8) + "/" + kind.code() + "-THTN",
                "Thử Nghiệm, ngày      tháng      năm          ",
                kind.title(),
                "Về việc thử mẫu",
                List.of("Như Điều 2", "Lưu: VT"),
                List.of("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
                "Trần Thị Thử");
    }

    /** Each field filled with its own label. */
    public static Map<String, String> texts(WordTemplate template) {
        Map<String, String> texts = new HashMap<>();
        template.asked()
                .forEach(field -> texts.put(
                        field.name(), field.lines() ? "Điều 1. " + field.label() + ".\nĐoạn sau" : field.label()));
        return texts;
    }
}
