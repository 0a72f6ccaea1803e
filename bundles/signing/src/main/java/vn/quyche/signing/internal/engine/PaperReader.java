package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds, in the text of a document, the places where the decree wants signature, number and day. */
final class PaperReader {

    private static final Logger LOG = LoggerFactory.getLogger(PaperReader.class);

    /** Behind the signature there may be appendices; so many pages are looked at from the end. */
    private static final int MOST_PAGES = 40;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern NUMBER = Pattern.compile("Số\\s*:?[\\s._…]*/");
    private static final Pattern NUMBERED = Pattern.compile("Số\\s*:?\\s*\\d+\\s*/");
    private static final Pattern DAY = Pattern.compile("ngày([\\s._…]*)tháng([\\s._…]*)năm([\\s._…]*)(\\d*)");
    private static final Pattern DATED = Pattern.compile("ngày\\s*\\d{1,2}\\s*tháng\\s*\\d{1,2}\\s*năm");
    private static final Pattern POST = Pattern.compile("(KT\\. ?|TL\\. ?|TUQ\\. ?|Q\\. ?)?(PHÓ )?HIỆU TRƯỞNG");
    /** Points: the room that the decree's form leaves, and what a hand needs at least. */
    private static final double ROOM = 68;

    private static final double LEAST = 24;

    private final PDDocument document;
    private final List<StampDrawing.Sheet> sheets = new ArrayList<>();

    PaperReader(PDDocument document) {
        this.document = document;
        document.getPages().forEach(page -> sheets.add(StampDrawing.Sheet.of(page)));
    }

    Paper read(String signer) throws IOException {
        List<PaperText.Line> first = lines(1);
        List<Paper.Room> day = new ArrayList<>();
        day(first).ifPresent(day::addAll);
        return new Paper(
                sheets.stream()
                        .map(sheet -> new Paper.Size(sheet.width(), sheet.height()))
                        .toList(),
                signing(signer),
                number(first),
                first.stream().anyMatch(line -> NUMBERED.matcher(line.text()).find()),
                day,
                first.stream().anyMatch(line -> DATED.matcher(line.text()).find()),
                stamp());
    }

    /** Text that cannot be read is no text: the form of the decree says where things belong then. */
    private List<PaperText.Line> lines(int page) {
        try {
            return PaperText.of(document, page);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The text of a page could not be read", e);
            return List.of();
        }
    }

    private static Optional<Paper.Room> number(List<PaperText.Line> lines) {
        for (PaperText.Line line : lines) {
            Matcher matcher = NUMBER.matcher(line.text());
            if (matcher.find()) {
                int colon = matcher.group().contains(":")
                        ? matcher.start() + matcher.group().indexOf(':')
                        : matcher.start() + 1;
                return Optional.of(between(line, colon, matcher.end() - 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Paper.Room>> day(List<PaperText.Line> lines) {
        for (PaperText.Line line : lines) {
            Matcher matcher = DAY.matcher(line.text());
            if (matcher.find()) {
                int month = matcher.end(1);
                int year = matcher.end(2);
                List<Paper.Room> rooms = new ArrayList<>();
                rooms.add(between(line, matcher.start(1) - 1, month));
                rooms.add(between(line, matcher.start(2) - 1, year));
                if (matcher.group(4).isEmpty()) {
                    PaperText.Letter last = line.letters().get(matcher.start(3) - 1);
                    rooms.add(room(last, last.end() + last.size() * 0.25, last.end() + last.size() * 2.4));
                }
                return Optional.of(rooms);
            }
        }
        return Optional.empty();
    }

    private static Paper.Room between(PaperText.Line line, int left, int right) {
        PaperText.Letter before = line.letters().get(left);
        return room(before, before.end(), line.letters().get(right).x());
    }

    private static Paper.Room room(PaperText.Letter near, double left, double right) {
        double top = near.y() - near.size();
        return new Paper.Room(
                1, new Stamp.Box(left, top, Math.max(0, right - left), near.size() * 1.3), near.y(), near.size());
    }

    // ---- where the person signs

    private Optional<Paper.Room> signing(String signer) {
        int pages = document.getNumberOfPages();
        Optional<Paper.Room> byPost = Optional.empty();
        for (int page = pages; page >= 1 && page > pages - MOST_PAGES; page--) {
            List<PaperText.Line> lines = lines(page);
            Optional<Paper.Room> byName = name(lines, page, signer);
            if (byName.isPresent()) {
                return byName;
            }
            if (byPost.isEmpty()) {
                byPost = post(lines, page);
            }
        }
        return byPost;
    }

    private Optional<Paper.Room> name(List<PaperText.Line> lines, int page, String signer) {
        String wanted = words(signer);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            PaperText.Line line = lines.get(i);
            int at = line.text().toLowerCase(VIETNAMESE).lastIndexOf(wanted);
            if (at < 0) {
                continue;
            }
            PaperText.Letter first = line.letters().get(at);
            double end = line.letters().get(at + wanted.length() - 1).end();
            if ((first.x() + end) / 2 < sheets.get(page - 1).width() * 0.4) {
                // a recipient, or somebody named in the text
                continue;
            }
            double top = first.y() - first.size();
            double above = lines.subList(0, i).stream()
                    .flatMap(other -> other.letters().stream())
                    .filter(letter -> letter.end() > first.x() && letter.x() < end && letter.y() < top)
                    .mapToDouble(PaperText.Letter::y)
                    .max()
                    .orElse(top - ROOM);
            double from = Math.max(above + first.size() * 0.3, top - 2 * ROOM);
            if (top - from < LEAST) {
                // no room was left: the signature lies over the lines
                from = top - ROOM;
            }
            return Optional.of(new Paper.Room(
                    page, new Stamp.Box(first.x(), from, end - first.x(), top - from), first.y(), first.size()));
        }
        return Optional.empty();
    }

    private Optional<Paper.Room> post(List<PaperText.Line> lines, int page) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Matcher matcher = POST.matcher(lines.get(i).text());
            while (matcher.find()) {
                PaperText.Letter first = lines.get(i).letters().get(matcher.start());
                double end = lines.get(i).letters().get(matcher.end() - 1).end();
                if ((first.x() + end) / 2 >= sheets.get(page - 1).width() * 0.4) {
                    double top = first.y() + first.size() * 0.4;
                    double height = Math.min(ROOM, sheets.get(page - 1).height() - top);
                    return height < LEAST
                            ? Optional.empty()
                            : Optional.of(new Paper.Room(
                                    page,
                                    new Stamp.Box(first.x(), top, end - first.x(), height),
                                    first.y(),
                                    first.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(VIETNAMESE);
    }

    // ---- what was stamped before

    private Optional<Paper.Room> stamp() throws IOException {
        Optional<Paper.Room> last = Optional.empty();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDRectangle box = annotation.getRectangle();
                if (annotation instanceof PDAnnotationWidget
                        && COSName.SIG.equals(annotation.getCOSObject().getCOSName(COSName.FT))
                        && box != null
                        && box.getWidth() > 1
                        && box.getHeight() > 1) {
                    last = Optional.of(
                            new Paper.Room(number, sheets.get(number - 1).shown(box), 0, 0));
                }
            }
        }
        return last;
    }
}
