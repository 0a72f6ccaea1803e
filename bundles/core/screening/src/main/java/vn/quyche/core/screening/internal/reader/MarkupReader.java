package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Reads HTML, SVG and other markup: the text that is seen, comments, titles and descriptions too. */
final class MarkupReader implements Reader {

    private static final long LARGEST = 32L << 20;

    private final Inspection inspection;

    MarkupReader(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void read(Path file, String label, int depth) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than is read at once");
        }
        byte[] bytes = Files.readAllBytes(file);
        String head = new String(bytes, 0, Math.min(bytes.length, 200), Charset.forName("ISO-8859-1"));
        boolean html = head.toLowerCase(Locale.ROOT).contains("<html") || !head.contains("<?xml");
        for (String reading : TextReader.readings(bytes)) {
            Document document = Jsoup.parse(reading, "", html ? Parser.htmlParser() : Parser.xmlParser());
            inspection.text(label, textOf(document));
        }
    }

    private static String textOf(Document document) {
        StringBuilder text = new StringBuilder();
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Comment comment) {
                    text.append('\n').append(comment.getData()).append('\n');
                } else if (node instanceof DataNode) {
                    text.append('\n');
                } else if (node instanceof Element element) {
                    if (breaks(element)) {
                        text.append(cell(element) ? '\t' : '\n');
                    }
                    attributes(element, text);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && breaks(element)) {
                    text.append(cell(element) ? '\t' : '\n');
                }
            }
        });
        return text.toString();
    }

    private static boolean breaks(Element element) {
        return element.isBlock()
                || element.normalName().equals("br")
                || element.normalName().equals("text");
    }

    private static boolean cell(Element element) {
        return element.normalName().equals("td") || element.normalName().equals("th");
    }

    private static void attributes(Element element, StringBuilder text) {
        for (String name : new String[] {"alt", "title", "content", "value", "placeholder"}) {
            if (element.hasAttr(name)) {
                text.append('\n').append(element.attr(name)).append('\n');
            }
        }
    }
}
