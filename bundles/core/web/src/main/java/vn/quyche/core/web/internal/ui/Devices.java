package vn.quyche.core.web.internal.ui;

import java.util.List;
import java.util.Map;

/** Browsers and devices as people call them, from what a browser says of itself. */
final class Devices {

    /** In this order: later names stand in the signatures of those before as well. */
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Zalo", "Zalo"),
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("coc_coc_browser", "Cốc Cốc"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Devices() {}

    /** "Chrome trên Windows"; what is not known is called another program. */
    static String words(Rendering rendering, String userAgent) {
        String program = first(PROGRAMS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (program.isEmpty()) {
            return rendering.t("core.device.other");
        }
        return system.isEmpty() ? program : rendering.t("core.device", program, system);
    }

    private static String first(List<Map.Entry<String, String>> names, String userAgent) {
        return names.stream()
                .filter(name -> userAgent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
