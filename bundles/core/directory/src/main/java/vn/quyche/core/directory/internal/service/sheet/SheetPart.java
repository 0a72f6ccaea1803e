package vn.quyche.core.directory.internal.service.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of one sheet. */
final class SheetPart {

    private final XMLStreamReader in;
    private final List<String> sharedTexts;
    private int rowNumber;
    private List<String> cells = new ArrayList<>();

    SheetPart(XMLStreamReader in, List<String> sharedTexts) {
        this.in = in;
        this.sharedTexts = sharedTexts;
    }

    void read(TableFile.RowReader reader) throws XMLStreamException, IOException {
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("row")) {
                rowNumber = number(in.getAttributeValue(null, "r"), rowNumber + 1);
                cells = new ArrayList<>();
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("c")) {
                readCell();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && in.getLocalName().equals("row")) {
                if (cells.stream().anyMatch(cell -> !cell.isBlank()) && !reader.row(rowNumber, List.copyOf(cells))) {
                    return;
                }
            }
        }
    }

    private void readCell() throws XMLStreamException {
        int column = column(in.getAttributeValue(null, "r"), cells.size());
        String type = in.getAttributeValue(null, "t");
        String value = "";
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT && in.getLocalName().equals("v")) {
                value = text("v");
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && in.getLocalName().equals("is")) {
                value = richText(in, "is");
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && in.getLocalName().equals("c")) {
                break;
            }
        }
        if (column < TableLimits.MAX_COLUMNS) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, shown(type, value));
        }
    }

    private String shown(String type, String value) {
        if (type == null || type.equals("n")) {
            return value.isBlank() ? "" : XlsxFile.plainNumber(value);
        }
        return switch (type) {
            case "s" -> shared(value);
            // #REF! and its kind are no data.
            case "e" -> "";
            default -> value;
        };
    }

    private String shared(String value) {
        int index = number(value.strip(), -1);
        return index >= 0 && index < sharedTexts.size() ? sharedTexts.get(index) : "";
    }

    private String text(String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals(element)) {
                break;
            }
            append(text, in, event);
        }
        return text.toString();
    }

    /** Text in runs; what is said about pronunciation stands apart and is left out. */
    static String richText(XMLStreamReader in, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        while (in.hasNext()) {
            int event = in.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                phonetic += in.getLocalName().equals("rPh") ? 1 : 0;
                inText = in.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                phonetic -= in.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
                if (in.getLocalName().equals(element)) {
                    break;
                }
            } else if (inText && phonetic == 0) {
                append(text, in, event);
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, XMLStreamReader in, int event) {
        boolean characters = event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
        if (characters && text.length() < TableLimits.MAX_CELL) {
            text.append(in.getText(), 0, Math.min(in.getTextLength(), TableLimits.MAX_CELL - text.length()));
        }
    }

    /** The place of a cell from its name, {@code B7} is 1; far right for names that are none. */
    static int column(String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column < TableLimits.MAX_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column == 0 ? next : column - 1;
    }

    private static int number(String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
