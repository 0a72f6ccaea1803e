package vn.quyche.messenger.internal.model;

import vn.quyche.core.api.VietnameseText;

/**
 * What a group is told of a directive: that there is one, what it is about and where to read it. Never its text and never a
 * file: these stay in Quyche.
 */
public final class AnnouncementText {

    private static final int LONGEST_TITLE = 300;

    private AnnouncementText() {}

    /**
     * A directive was issued.
     *
     * @param number its number
     * @param title what it is about; may be empty
     * @param link the address to open; empty when that of this server is not known
     */
    public static String issued(String number, String title, String link) {
        String head = "Chỉ đạo " + number + (title.isBlank() ? "" : ": " + cut(VietnameseText.line(title)));
        return head + "\n"
                + (link.isEmpty() ? "Mở Quyche, mục Chỉ đạo, để đọc và xác nhận." : "Đọc và xác nhận: " + link);
    }

    /** A directive was withdrawn. */
    public static String withdrawn(String number, String link) {
        return "Chỉ đạo " + number + " đã được thu hồi, không thực hiện nữa."
                + (link.isEmpty() ? "" : "\nXem lý do: " + link);
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE) - 1)) + "…";
    }
}
