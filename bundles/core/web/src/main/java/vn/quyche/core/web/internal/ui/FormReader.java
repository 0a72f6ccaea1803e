package vn.quyche.core.web.internal.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.UiRequest;

/** Reads posted forms within limits. Text is strict UTF-8, brought to NFC, line ends to {@code \n}. */
final class FormReader {

    /** Bytes of a form without files. */
    static final int MAX_FORM = 1024 * 1024;
    /** Fields of a form. */
    static final int MAX_FIELDS = 5000;
    /** Bytes of all text fields of a form with files. */
    private static final int MAX_TEXT_PART = 512 * 1024;

    private static final int MAX_FILE_NAME = 200;
    private static final long MAX_DRAINED = 512L * 1024 * 1024;
    private static final String PARTS_READ = FormReader.class.getName() + ".parts";
    private static final Logger LOG = LoggerFactory.getLogger(FormReader.class);

    private final long maxUpload;

    /** @param maxUpload bytes of a form with files, all together */
    FormReader(long maxUpload) {
        this.maxUpload = maxUpload;
    }

    /** @throws TooLarge when the body is larger than accepted */
    FormData read(HttpServletRequest request) throws IOException {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return multipart(request);
        }
        if (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded")) {
            return urlEncoded(request);
        }
        throw new Invalid("", "core.bad-form");
    }

    /** Reads a form without files. */
    static FormData small(HttpServletRequest request) throws IOException {
        return urlEncoded(request);
    }

    /** Reads a query string. */
    static Map<String, List<String>> query(String query) {
        return pairs(query == null ? "" : query);
    }

    private static FormData urlEncoded(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_FORM) {
            throw new TooLarge(MAX_FORM);
        }
        byte[] body = readAtMost(request.getInputStream(), MAX_FORM);
        return new FormData(pairs(new String(body, StandardCharsets.ISO_8859_1)), Map.of());
    }

    private static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : encoded.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            if (++count > MAX_FIELDS) {
                throw new Invalid("", "core.bad-form");
            }
            int equals = pair.indexOf('=');
            Optional<String> name = UiPath.percentDecode(equals < 0 ? pair : pair.substring(0, equals), true);
            Optional<String> value = UiPath.percentDecode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name.isEmpty() || value.isEmpty()) {
                throw new Invalid(name.orElse(""), "core.bad-characters");
            }
            add(fields, name.get(), value.get());
        }
        return fields;
    }

    private FormData multipart(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxUpload) {
            throw new TooLarge(maxUpload);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, List<UiRequest.Upload>> files = new LinkedHashMap<>();
        int count = 0;
        for (Part part : parts(request)) {
            if (++count > MAX_FIELDS) {
                throw new Invalid("", "core.bad-form");
            }
            if (part.getSubmittedFileName() == null) {
                byte[] bytes = readAtMost(part.getInputStream(), MAX_TEXT_PART);
                String value = UiPath.utf8(bytes, bytes.length)
                        .orElseThrow(() -> new Invalid(part.getName(), "core.bad-characters"));
                add(fields, part.getName(), value);
            } else if (part.getSize() > 0 || !part.getSubmittedFileName().isBlank()) {
                files.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(upload(part));
            }
        }
        return new FormData(fields, files);
    }

    private Iterable<Part> parts(HttpServletRequest request) throws IOException {
        try {
            Iterable<Part> parts = request.getParts();
            request.setAttribute(PARTS_READ, Boolean.TRUE);
            return parts;
        } catch (ServletException e) {
            throw new Invalid("", "core.bad-form");
        } catch (IllegalStateException e) {
            throw new TooLarge(maxUpload);
        } catch (IOException e) {
            // an incomplete or malformed body, as against a disk that is full
            throw new Invalid("", "core.bad-form");
        }
    }

    /** Throws away the files of a request; the container wrote them to its temporary folder. */
    static void clean(HttpServletRequest request) {
        if (request.getAttribute(PARTS_READ) == null) {
            return;
        }
        try {
            for (Part part : request.getParts()) {
                part.delete();
            }
        } catch (IOException | ServletException e) {
            LOG.warn("Uploaded files could not be thrown away", e);
        }
    }

    /** Reads the rest of a body away, within limits: a browser that is cut off while it sends shows no answer. */
    static void drain(HttpServletRequest request) throws IOException {
        InputStream in = request.getInputStream();
        byte[] buffer = new byte[64 * 1024];
        long left = MAX_DRAINED;
        for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
            left -= read;
        }
    }

    private static UiRequest.Upload upload(Part part) {
        String name = fileName(part.getSubmittedFileName());
        String type = part.getContentType() == null ? "application/octet-stream" : part.getContentType();
        return new PartUpload(name, type, part.getSize(), part);
    }

    /** The last part of the name, on one line, NFC, at most 200 characters with its ending kept. */
    static String fileName(String submitted) {
        String name = VietnameseText.line(
                submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1));
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        name = clean.toString();
        if (name.isEmpty() || name.chars().allMatch(c -> c == '.')) {
            return "file";
        }
        if (name.length() <= MAX_FILE_NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 20 ? name.substring(dot) : "";
        return name.substring(0, MAX_FILE_NAME - ending.length()) + ending;
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value.replace("\r\n", "\n"));
    }

    private static byte[] readAtMost(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > limit) {
                throw new TooLarge(limit);
            }
        }
        return out.toByteArray();
    }

    /** A body larger than accepted. */
    static final class TooLarge extends RuntimeException {

        private final long limit;

        TooLarge(long limit) {
            super("body of more than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    private record PartUpload(String fileName, String contentType, long size, Part part) implements UiRequest.Upload {

        @Override
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }
}
