package vn.quyche.core.api.print;

import java.time.LocalDate;

/** Words that official documents always write in the same way. */
public final class DocumentWords {

    private DocumentWords() {}

    /**
     * Place and date, for example {@code Thượng Thanh, ngày 05 tháng 02 năm 2026}: days below 10 and the first two months
     * with a zero.
     *
     * @param day null to leave room for it
     */
    public static String placeAndDate(String place, LocalDate day) {
        return place + ", " + (day == null ? "ngày      tháng      năm          " : date(day));
    }

    /** A date, for example {@code ngày 05 tháng 02 năm 2026}. */
    public static String date(LocalDate day) {
        return "ngày %02d tháng %s năm %d"
                .formatted(
                        day.getDayOfMonth(),
                        day.getMonthValue() < 3 ? "0" + day.getMonthValue() : day.getMonthValue(),
                        day.getYear());
    }
}
