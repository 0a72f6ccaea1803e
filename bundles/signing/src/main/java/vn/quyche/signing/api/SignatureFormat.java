package vn.quyche.signing.api;

import java.util.Locale;

/** In what form a file is signed. Each form is one that our own verification reads and calls valid. */
public enum SignatureFormat {
    /** A PDF file with the signature in it. */
    PADES("pdf"),
    /** An XML file with the signature in its root element. */
    XADES("xml"),
    /** A message (CMS) that holds file and signature. */
    CADES("p7m"),
    /** A container with one file and its signature (CMS). */
    ASIC_S("asics"),
    /** A container with the file and its signature (XML), to which more can be added. */
    ASIC_E("asice");

    private final String ending;

    SignatureFormat(String ending) {
        this.ending = ending;
    }

    /** The name of the signed file, from that of the file: {@code bao-cao.xlsx} becomes {@code bao-cao.xlsx-da-ky.p7m}. */
    public String fileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean same = lower.endsWith("." + ending);
        String stem = same ? name.substring(0, name.length() - ending.length() - 1) : name;
        return stem.replaceFirst("-da-ky$", "") + "-da-ky." + ending;
    }
}
