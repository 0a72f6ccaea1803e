package vn.quyche.signing.internal.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.print.DocumentWords;

/** Lays out stamps as NĐ 30/2020/NĐ-CP (Phụ lục I) has them, where the document leaves room for them or where its form has it. */
public final class StampShapes {

    /** Points; sizes of the decree. */
    private static final double NUMBER = 13;

    private static final double SMALL = 10;
    private static final double LEADING = 1.25;
    private static final double PADDING = 2;
    private static final double LEFT_MARGIN = 30 * Stamp.MM;
    private static final double RIGHT_MARGIN = 20 * Stamp.MM;
    private static final double TEXT_TOP = 8 * Stamp.MM;
    private static final double TEXT_ROOM = 70 * Stamp.MM;
    /** The left column of the head, as a share of the text; how far down number and day stand in it. */
    private static final double ISSUER = 0.4;

    private static final double NUMBER_LINE = 44 * Stamp.MM;
    /** Where the form has the signature when the text does not tell: on the right, in the last quarter of the page. */
    private static final double SIGNING_LINE = 0.74;

    private static final double SIGNING_MIDDLE = 0.7;
    /** A picture is made smaller to fit its room, but not beyond recognition. */
    private static final double LEAST_SHARE = 0.6;

    private StampShapes() {}

    /** The picture of the signature between post and name. */
    @Regulated("TA.10.1")
    public static Stamp signature(Paper paper, byte[] png, double width, double ratio) {
        Paper.Room room = signing(paper);
        double high = width / ratio;
        double share = Math.max(LEAST_SHARE, Math.min(1, room.box().height() / high));
        double wide = width * share;
        high *= share;
        return picture(
                paper,
                png,
                room.page(),
                new Stamp.Box(
                        room.middle() - wide / 2, room.box().y() + (room.box().height() - high) / 2, wide, high));
    }

    /** The picture of the seal in its real size, over the left third of the signature. */
    @Regulated("TA.10.1")
    public static Stamp seal(Paper paper, byte[] png, double width, double ratio) {
        double high = width / ratio;
        Paper.Room signed = paper.stamp().orElseGet(() -> {
            Paper.Room room = signing(paper);
            double wide = 40 * Stamp.MM;
            return new Paper.Room(
                    room.page(),
                    new Stamp.Box(
                            room.middle() - wide / 2,
                            room.box().y(),
                            wide,
                            room.box().height()),
                    0,
                    0);
        });
        Stamp.Box box = signed.box();
        return picture(
                paper,
                png,
                signed.page(),
                new Stamp.Box(box.x() + box.width() / 3 - width, box.y() + (box.height() - high) / 2, width, high));
    }

    private static Paper.Room signing(Paper paper) {
        return paper.signing().orElseGet(() -> {
            Paper.Size last = paper.pages().get(paper.pages().size() - 1);
            return new Paper.Room(
                    paper.pages().size(),
                    new Stamp.Box(
                            last.width() * SIGNING_MIDDLE - 20 * Stamp.MM,
                            last.height() * SIGNING_LINE,
                            40 * Stamp.MM,
                            24 * Stamp.MM),
                    0,
                    0);
        });
    }

    /** A picture at a place, moved onto the page when it would stand out. */
    public static Stamp picture(Paper paper, byte[] png, int page, Stamp.Box box) {
        Stamp.Box whole = new Stamp.Box(0, 0, box.width(), box.height());
        return inside(paper, new Stamp(page, box, List.of(new Stamp.Picture(png, whole))));
    }

    /** Whether the document says itself where number and day belong. */
    public static boolean findsNumber(Paper paper) {
        return paper.number().isPresent() || !paper.day().isEmpty();
    }

    /**
     * Number and day: into the gaps that the text leaves, else as whole lines where the form has them.
     *
     * @param place where the document is made out
     * @param all also what is written already
     * @return empty when both are written already
     */
    @Regulated("TA.10.1")
    public static Optional<Stamp> number(Paper paper, String code, LocalDate day, String place, boolean all) {
        List<Stamp.Line> lines = new ArrayList<>();
        double text = paper.pages().get(0).width() - LEFT_MARGIN - RIGHT_MARGIN;
        if (paper.number().isPresent()) {
            lines.add(middle(code.replaceFirst("/.*$", ""), paper.number().get(), false));
        } else if (all || !paper.numbered()) {
            lines.add(middle("Số: " + code, column(LEFT_MARGIN, text * ISSUER), false));
        }
        if (!paper.day().isEmpty()) {
            String[] words = DocumentWords.date(day).split(" ");
            for (int i = 0; i < paper.day().size(); i++) {
                lines.add(middle(words[2 * i + 1], paper.day().get(i), true));
            }
        } else if (all || !paper.dated()) {
            lines.add(middle(
                    DocumentWords.placeAndDate(place, day),
                    column(LEFT_MARGIN + text * ISSUER, text * (1 - ISSUER)),
                    true));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(inside(paper, around(lines)));
    }

    private static Paper.Room column(double left, double width) {
        return new Paper.Room(1, new Stamp.Box(left, NUMBER_LINE - NUMBER, width, NUMBER), NUMBER_LINE, NUMBER);
    }

    private static Stamp.Line middle(String text, Paper.Room room, boolean italic) {
        double width = StampFonts.width(text, room.size(), italic);
        return new Stamp.Line(text, room.middle() - width / 2, room.baseline(), room.size(), italic);
    }

    /** Lines one under the other at the upper right of the first page. */
    @Regulated("TA.10.1")
    public static Stamp text(Paper paper, List<String> texts) {
        double right = paper.pages().get(0).width() - RIGHT_MARGIN;
        double height = texts.size() * SMALL * LEADING;
        // below what another signature shows there
        double top = paper.stamp()
                .filter(stamp -> stamp.page() == 1)
                .map(Paper.Room::box)
                .filter(box -> box.y() < TEXT_TOP + height && box.x() + box.width() > right - TEXT_ROOM)
                .map(box -> box.y() + box.height() + PADDING)
                .orElse(TEXT_TOP);
        List<Stamp.Line> lines = new ArrayList<>();
        for (String text : texts) {
            double width = StampFonts.width(text, SMALL, false);
            lines.add(new Stamp.Line(text, right - width, top + SMALL + lines.size() * SMALL * LEADING, SMALL, false));
        }
        return inside(paper, around(lines));
    }

    /** The stamp that holds lines which are placed on the page. */
    private static Stamp around(List<Stamp.Line> lines) {
        Stamp.Box box = null;
        for (Stamp.Line line : lines) {
            Stamp.Box own = new Stamp.Box(
                    line.x() - PADDING,
                    line.baseline() - line.size(),
                    StampFonts.width(line.text(), line.size(), line.italic()) + 2 * PADDING,
                    line.size() * LEADING);
            box = box == null ? own : box.with(own);
        }
        List<Stamp.Piece> pieces = new ArrayList<>();
        for (Stamp.Line line : lines) {
            pieces.add(new Stamp.Line(
                    line.text(), line.x() - box.x(), line.baseline() - box.y(), line.size(), line.italic()));
        }
        return new Stamp(1, box, pieces);
    }

    private static Stamp inside(Paper paper, Stamp stamp) {
        Paper.Size page = paper.pages().get(stamp.page() - 1);
        return stamp.at(
                stamp.page(),
                Math.max(0, Math.min(stamp.box().x(), page.width() - stamp.box().width())),
                Math.max(
                        0, Math.min(stamp.box().y(), page.height() - stamp.box().height())));
    }
}
