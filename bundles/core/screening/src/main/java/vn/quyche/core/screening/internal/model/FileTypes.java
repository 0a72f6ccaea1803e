package vn.quyche.core.screening.internal.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which types are never taken, and which content may stand behind which ending. */
public final class FileTypes {

    private static final Set<String> RUN_BY_NAME = Set.of(
            ("exe com scr pif cpl msi msp mst bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh wsc hta lnk url reg inf scf jar apk"
                            + " dex app dll sys drv ocx sh bash zsh csh ksh run elf so dylib desktop gadget msc chm hlp"
                            + " jnlp class swf iso img dmg vhd vhdx appx msix xll xlam ppam application settingcontent-ms"
                            + " library-ms search-ms diagcab php jsp asp aspx cgi pl py rb")
                    .split(" "));

    private static final Set<String> RUN_BY_CONTENT = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/x-mach-o-universal",
            "application/x-sh",
            "application/x-bat",
            "application/x-msi",
            "application/x-ms-installer",
            "application/java-archive",
            "application/java-vm",
            "application/vnd.android.package-archive",
            "application/x-ms-shortcut",
            "application/x-shockwave-flash",
            "application/vnd.microsoft.portable-executable",
            "application/vnd.ms-cab-compressed",
            "application/vnd.ms-htmlhelp",
            "application/x-iso9660-image",
            "application/x-apple-diskimage",
            "application/x-dex",
            "text/x-vbscript",
            "text/x-php",
            "text/x-jsp",
            "text/x-perl",
            "text/x-python",
            "application/hta");

    private static final Set<String> OFFICE = Set.of(
            "doc docx docm dot dotx dotm xls xlsx xlsm xlt xltx xltm xlsb ppt pptx pptm pps ppsx pot potx rtf odt ods odp"
                    .split(" "));

    /** What the content must be like for an ending; office endings are taken together. */
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("jpg", "image/"),
            Map.entry("jpeg", "image/"),
            Map.entry("jfif", "image/"),
            Map.entry("png", "image/"),
            Map.entry("gif", "image/"),
            Map.entry("bmp", "image/"),
            Map.entry("webp", "image/"),
            Map.entry("tif", "image/"),
            Map.entry("tiff", "image/"),
            Map.entry("heic", "image/"),
            Map.entry("avif", "image/"),
            Map.entry("mp4", "video/ audio/ application/mp4"),
            Map.entry("mov", "video/ audio/ application/mp4"),
            Map.entry("avi", "video/"),
            Map.entry("mkv", "video/ audio/ application/x-matroska"),
            Map.entry("webm", "video/ audio/ application/x-matroska"),
            Map.entry("mp3", "audio/ video/"),
            Map.entry("wav", "audio/"),
            Map.entry("m4a", "audio/ video/ application/mp4"),
            Map.entry("zip", "application/zip"),
            Map.entry("7z", "application/x-7z-compressed"),
            Map.entry("rar", "application/x-rar-compressed application/vnd.rar"),
            Map.entry("gz", "application/gzip"),
            Map.entry("tgz", "application/gzip"),
            Map.entry("tar", "application/x-tar application/x-gtar"),
            Map.entry("txt", "text/ application/json application/xml message/"),
            Map.entry("csv", "text/"),
            Map.entry("tsv", "text/"),
            Map.entry("md", "text/"),
            Map.entry("json", "text/ application/json"),
            Map.entry("xml", "text/ application/ image/svg"),
            Map.entry("svg", "image/svg text/ application/xml"),
            Map.entry("html", "text/ application/xhtml application/xml"),
            Map.entry("htm", "text/ application/xhtml application/xml"));

    private static final String OFFICE_CONTENT = "application/vnd.openxmlformats application/vnd.ms- application/msword"
            + " application/vnd.oasis.opendocument application/rtf text/rtf application/x-tika-msoffice"
            + " application/encrypted-office application/x-mspublisher";

    private FileTypes() {}

    /** The ending of a file name in lower case, empty when it has none. */
    public static String ending(String name) {
        String plain = name.strip();
        while (plain.endsWith(".")) {
            plain = plain.substring(0, plain.length() - 1).strip();
        }
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? "" : plain.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a file of this name or content runs or installs something when it is opened. */
    public static boolean runs(String name, String mediaType) {
        return RUN_BY_NAME.contains(ending(name)) || RUN_BY_CONTENT.contains(mediaType);
    }

    /** Whether a name hides its ending: direction marks, or a run of spaces before it. */
    public static boolean deceives(String name) {
        return name.codePoints()
                        .anyMatch(c -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200f)
                || name.matches("(?s).*\\s{8,}\\.\\S+\\s*");
    }

    /** How well a name fits its content. */
    public enum Fit {
        YES,
        /** Another type of the same family, as when a picture was renamed: harmless, but to be told. */
        ROUGHLY,
        NO
    }

    /** How well the ending of a name fits the content. */
    public static Fit fit(String name, String mediaType) {
        String ending = ending(name);
        boolean office = OFFICE.contains(ending);
        String wanted = office ? OFFICE_CONTENT : BY_ENDING.get(ending);
        if (wanted == null || mediaType.equals("application/octet-stream")) {
            return wanted == null ? Fit.YES : Fit.ROUGHLY;
        }
        if (startsWithOneOf(mediaType, wanted)) {
            return Fit.YES;
        }
        // Many programs write tables as HTML or text and call them Excel files.
        boolean table = office && (mediaType.startsWith("text/") || mediaType.equals("application/xml"));
        return table ? Fit.ROUGHLY : Fit.NO;
    }

    private static boolean startsWithOneOf(String mediaType, String wanted) {
        for (String prefix : wanted.split(" ")) {
            if (mediaType.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
