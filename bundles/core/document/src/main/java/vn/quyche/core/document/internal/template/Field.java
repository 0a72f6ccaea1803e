package vn.quyche.core.document.internal.template;

import java.util.Optional;
import vn.quyche.core.api.VietnameseText;

/**
 * A field as it stands in a template: {@code {{Trích yếu}}} is filled from what is entered about the document,
 * {@code {{nhập: Địa điểm}}} asks for a line, {@code {{soạn: Nội dung}}} for paragraphs; a question mark at its end says
 * that it may stay empty.
 *
 * @param known what of the document fills it; empty when it is asked for
 * @param label what the form calls it
 * @param lines whether it takes paragraphs
 * @param required whether it must be filled
 * @param capitals whether it is written in capitals, and so is what fills it
 */
record Field(Optional<Known> known, String label, boolean lines, boolean required, boolean capitals) {

    /** What fields can be filled with without asking. */
    enum Known {
        SUPERIOR("Cơ quan chủ quản", false),
        SCHOOL("Tên trường", false),
        NUMBER("Số, ký hiệu", false),
        PLACE_AND_DATE("Địa danh, ngày tháng", false),
        KIND("Tên loại", false),
        SUBJECT("Trích yếu", false),
        RECIPIENTS("Nơi nhận", true),
        CAPACITY("Quyền hạn ký", true),
        SIGNER("Người ký", false);

        private final String label;
        private final boolean lines;

        Known(String label, boolean lines) {
            this.label = label;
            this.lines = lines;
        }

        String label() {
            return label;
        }
    }

    private static final String LINE = "nhap:";
    private static final String LINES = "soan:";

    /** The field that stands between the braces; empty when there is no such field. */
    static Optional<Field> of(String written) {
        String text = VietnameseText.line(VietnameseText.nfc(written));
        String folded = VietnameseText.fold(text);
        boolean capitals = text.chars().noneMatch(Character::isLowerCase);
        for (Known known : Known.values()) {
            if (VietnameseText.fold(known.label).equals(folded)) {
                return Optional.of(new Field(Optional.of(known), known.label, known.lines, false, capitals));
            }
        }
        boolean lines = folded.startsWith(LINES);
        if (!lines && !folded.startsWith(LINE)) {
            return Optional.empty();
        }
        String label = text.substring(text.indexOf(':') + 1).strip();
        boolean required = !label.endsWith("?");
        if (!required) {
            label = label.substring(0, label.length() - 1).strip();
        }
        return label.isEmpty()
                ? Optional.empty()
                : Optional.of(new Field(Optional.empty(), label, lines, required, false));
    }

    /** By what the form and REST know it. */
    String name() {
        String name = VietnameseText.fold(label).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "x" : name;
    }
}
