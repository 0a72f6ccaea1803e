package vn.quyche.core.screening.internal.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The type of a file by its content alone. */
final class ContentTypes {

    static final String ENCRYPTED_OFFICE = "application/encrypted-office";
    static final String OTHER_OLE2 = "application/x-tika-msoffice";

    /** Documents of the Office before 2007, and what else is kept in that container. */
    static final Set<String> OLE2 = Set.of(
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            ENCRYPTED_OFFICE,
            OTHER_OLE2);

    private static final String UNKNOWN = "application/octet-stream";
    private static final String INSTALLER = "000C1084-0000-0000-C000-000000000046";
    /** An archive's end is looked for in so many last bytes. */
    private static final int TAIL = 66 << 10;

    private static final int HEAD = 2 << 10;
    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};
    private static final int END_OF_ZIP_SIZE = 22;

    private static final Map<String, String> OOXML = Map.of(
            "word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    String of(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return "text/plain";
        }
        String type;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            type = types.detect(in, new Metadata()).getBaseType().toString();
        }
        if (type.equals("application/zip") || type.equals("application/x-tika-ooxml")) {
            return inZip(file);
        }
        if (type.equals(OTHER_OLE2)) {
            return inOle2(file);
        }
        if (type.equals("application/x-tar") || type.equals("application/x-gtar")) {
            return "application/x-tar";
        }
        if (type.equals(UNKNOWN) && TextReader.readable(file)) {
            return "text/plain";
        }
        return type;
    }

    /**
     * Whether the file is two types at once: a picture or a document with an archive behind it or a page in it. Such files
     * show one face to the check and another to the program that opens them.
     */
    boolean twoAtOnce(Path file, String type) throws IOException {
        boolean picture = type.startsWith("image/") && !type.equals("image/svg+xml");
        if (!picture && !type.equals("application/pdf") && !type.startsWith("audio/")) {
            return false;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[(int) Math.min(HEAD, in.length())];
            in.readFully(head);
            String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (picture && (text.contains("<script") || text.contains("<?php") || text.contains("%pdf-"))) {
                return true;
            }
            if (!picture && type.equals("application/pdf") && (text.contains("<html") || text.startsWith("mz"))) {
                return true;
            }
            byte[] tail = new byte[(int) Math.min(TAIL, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return endsAsZip(tail);
        }
    }

    private static boolean endsAsZip(byte[] tail) {
        for (int i = tail.length - END_OF_ZIP_SIZE; i >= 0; i--) {
            if (tail[i] == END_OF_ZIP[0]
                    && tail[i + 1] == END_OF_ZIP[1]
                    && tail[i + 2] == END_OF_ZIP[2]
                    && tail[i + 3] == END_OF_ZIP[3]) {
                int comment = (tail[i + 20] & 0xff) | (tail[i + 21] & 0xff) << 8;
                if (i + END_OF_ZIP_SIZE + comment <= tail.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String inZip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry mimetype = zip.getEntry("mimetype");
            if (mimetype != null && mimetype.getSize() < 200) {
                try (InputStream in = zip.getInputStream(mimetype)) {
                    String type = new String(in.readNBytes(200), StandardCharsets.US_ASCII).strip();
                    if (type.startsWith("application/")) {
                        return type.toLowerCase(Locale.ROOT);
                    }
                }
            }
            if (zip.getEntry("AndroidManifest.xml") != null) {
                return "application/vnd.android.package-archive";
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    String name = entries.nextElement().getName();
                    for (Map.Entry<String, String> kind : OOXML.entrySet()) {
                        if (name.startsWith(kind.getKey())) {
                            return kind.getValue();
                        }
                    }
                }
            }
            boolean jar = zip.getEntry("META-INF/MANIFEST.MF") != null
                    && zip.stream().anyMatch(entry -> entry.getName().endsWith(".class"));
            return jar ? "application/java-archive" : "application/zip";
        } catch (IOException | RuntimeException e) {
            return "application/zip";
        }
    }

    private static String inOle2(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = ole.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return ENCRYPTED_OFFICE;
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return "application/msword";
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return "application/vnd.ms-excel";
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                return "application/vnd.ms-powerpoint";
            }
            if (root.getStorageClsid() != null
                    && root.getStorageClsid().toString().contains(INSTALLER)) {
                return "application/x-msi";
            }
            return OTHER_OLE2;
        } catch (IOException | RuntimeException e) {
            return OTHER_OLE2;
        }
    }
}
