package vn.quyche.core.web.internal.ui;

import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.VietnamTime;

/** Pictures drawn on the server. */
final class Pictures {

    private static final int WIDTH = 600;
    private static final int DAYS_OF_WEEK = 7;

    private Pictures() {}

    /** A stacked bar; the words and counts stand below it, so that the picture itself may be hidden from readers. */
    static SafeString bar(Rendering rendering, List<Object> parts, String label) {
        List<Part> read =
                parts.stream().map(Part::of).filter(part -> part.count() > 0).toList();
        long total = read.stream().mapToLong(Part::count).sum();
        Html html = new Html();
        html.raw("<svg class=\"bar\" viewBox=\"0 0 ")
                .text(WIDTH)
                .raw(" 14\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"")
                .text(label)
                .raw("\">");
        html.raw("<rect class=\"bar-empty\" width=\"").text(WIDTH).raw("\" height=\"14\"/>");
        long done = 0;
        for (Part part : read) {
            long from = done * WIDTH / total;
            done += part.count();
            long to = done * WIDTH / total;
            html.raw("<rect class=\"bar-")
                    .text(part.kind())
                    .raw("\" x=\"")
                    .text(from)
                    .raw("\" width=\"")
                    .text(Math.max(2, to - from))
                    .raw("\" height=\"14\"><title>")
                    .text(part.label())
                    .raw(": ")
                    .text(part.count())
                    .raw("</title></rect>");
        }
        return html.raw("</svg>").done();
    }

    /** The weeks of a month, Monday first, with what stands on each day. */
    static List<List<Day>> weeks(Rendering rendering, YearMonth month, Object entries) {
        Map<?, ?> byDay = entries instanceof Map<?, ?> map ? map : Map.of();
        LocalDate today = VietnamTime.today(rendering.clock());
        LocalDate day = month.atDay(1);
        day = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        List<List<Day>> weeks = new ArrayList<>();
        while (!day.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (int i = 0; i < DAYS_OF_WEEK; i++) {
                week.add(new Day(
                        day,
                        day.getDayOfMonth(),
                        YearMonth.from(day).equals(month),
                        day.equals(today),
                        ShellExtension.list(byDay.get(day))));
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    /**
     * A day of the calendar.
     *
     * @param date the day
     * @param number its number in the month
     * @param inMonth whether it belongs to the month shown
     * @param today whether it is today
     * @param entries what stands on it
     */
    record Day(LocalDate date, int number, boolean inMonth, boolean today, List<Object> entries) {}

    private record Part(String kind, String label, long count) {

        static Part of(Object part) {
            Map<?, ?> map = (Map<?, ?>) part;
            Object count = map.get("count");
            return new Part(
                    ShellExtension.text(map.get("kind")),
                    ShellExtension.text(map.get("label")),
                    count instanceof Number number ? number.longValue() : 0);
        }
    }
}
