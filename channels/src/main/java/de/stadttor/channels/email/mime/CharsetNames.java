package de.stadttor.channels.email.mime;

import static java.util.Map.entry;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What people's mail programs mean by a charset's name. As browsers do (WHATWG Encoding), a name stands for the
 * superset in use: {@code iso-8859-1} is Windows-1252, {@code gb2312} is GB 18030. Names the JDK lacks come from ICU.
 */
final class CharsetNames {

    private static final Charset NOT_TOLD = StandardCharsets.US_ASCII;
    private static final Map<String, Charset> KNOWN = new ConcurrentHashMap<>();
    private static final int REMEMBERED = 500;

    private static final Map<String, String> MEANT = Map.ofEntries(
            entry("iso88591", "windows-1252"),
            entry("iso8859", "windows-1252"),
            entry("88591", "windows-1252"),
            entry("latin1", "windows-1252"),
            entry("l1", "windows-1252"),
            entry("ansi", "windows-1252"),
            entry("cp1252", "windows-1252"),
            entry("1252", "windows-1252"),
            entry("windows1252", "windows-1252"),
            entry("win1252", "windows-1252"),
            entry("iso88599", "windows-1254"),
            entry("latin5", "windows-1254"),
            entry("iso88598i", "ISO-8859-8"),
            entry("iso88598e", "ISO-8859-8"),
            entry("iso885915", "ISO-8859-15"),
            entry("latin9", "ISO-8859-15"),
            entry("iso885916", "ISO-8859-16"),
            entry("iso885911", "x-windows-874"),
            entry("tis620", "x-windows-874"),
            entry("windows874", "x-windows-874"),
            entry("cp874", "x-windows-874"),
            entry("cp932", "windows-31j"),
            entry("shiftjis", "windows-31j"),
            entry("sjis", "windows-31j"),
            entry("xsjis", "windows-31j"),
            entry("mskanji", "windows-31j"),
            entry("iso2022jp", "x-windows-iso2022jp"),
            entry("csiso2022jp", "x-windows-iso2022jp"),
            entry("iso2022jpms", "x-windows-iso2022jp"),
            entry("cp50220", "x-windows-iso2022jp"),
            entry("cp50221", "x-windows-iso2022jp"),
            entry("eucjp", "EUC-JP"),
            entry("gb2312", "GB18030"),
            entry("gbk", "GB18030"),
            entry("xgbk", "GB18030"),
            entry("cp936", "GB18030"),
            entry("euccn", "GB18030"),
            entry("gb231280", "GB18030"),
            entry("csgb2312", "GB18030"),
            entry("hzgb2312", "HZ"),
            entry("big5", "Big5-HKSCS"),
            entry("cnbig5", "Big5-HKSCS"),
            entry("xxbig5", "Big5-HKSCS"),
            entry("cp950", "Big5-HKSCS"),
            entry("euckr", "x-windows-949"),
            entry("ksc56011987", "x-windows-949"),
            entry("ksc5601", "x-windows-949"),
            entry("ksc56011989", "x-windows-949"),
            entry("cseuckr", "x-windows-949"),
            entry("cp949", "x-windows-949"),
            entry("uhc", "x-windows-949"),
            entry("korean", "x-windows-949"),
            entry("macintosh", "x-MacRoman"),
            entry("mac", "x-MacRoman"),
            entry("xmacroman", "x-MacRoman"),
            entry("macroman", "x-MacRoman"),
            entry("xmaccyrillic", "x-MacCyrillic"),
            entry("koi8", "KOI8-R"),
            entry("koi8ru", "KOI8-U"),
            entry("cp866", "IBM866"),
            entry("utf7", "UTF-7"),
            entry("unicode11utf7", "UTF-7"),
            entry("xunicode20utf7", "UTF-7"),
            entry("utf8", "UTF-8"),
            entry("utf8mb4", "UTF-8"),
            entry("utf8sig", "UTF-8"),
            entry("unicode11utf8", "UTF-8"),
            entry("xunicode20utf8", "UTF-8"),
            entry("cp65001", "UTF-8"),
            entry("65001", "UTF-8"),
            entry("unicode", "UTF-16"),
            entry("ucs2", "UTF-16"));

    private CharsetNames() {}

    /** The charset meant by {@code label}; null when the label says nothing (absent, ASCII, unknown). */
    static @Nullable Charset meaning(@Nullable String label) {
        if (label == null || label.length() > 60) {
            return null;
        }
        Charset known = KNOWN.get(label);
        if (known == null) {
            known = find(plain(label), label);
            if (KNOWN.size() < REMEMBERED) {
                KNOWN.put(label, known);
            }
        }
        return known.equals(NOT_TOLD) ? null : known;
    }

    private static Charset find(String plain, String label) {
        String meant = MEANT.get(plain);
        if (meant != null) {
            return Charset.forName(meant);
        }
        String stripped = label.strip().replaceAll("[\"'<>]", "");
        for (String candidate :
                new String[] {stripped, stripped.replace('_', '-'), stripped.replaceAll("[ ;,].*", "")}) {
            Charset charset = lookUp(candidate);
            if (charset != null) {
                return charset;
            }
        }
        return beginningOf(plain);
    }

    /** Cut or glued names such as {@code iso-8859-1http-equiv}, {@code windows1250} or {@code utf-8mime-version}. */
    private static Charset beginningOf(String plain) {
        if (plain.matches("(windows|win|cp|xcp|mswin)125[0-8].*")) {
            return Charset.forName("windows-" + plain.replaceFirst("^\\D+(125\\d).*", "$1"));
        }
        if (plain.startsWith("utf8")) {
            return StandardCharsets.UTF_8;
        }
        if (plain.matches("iso8859(1[0-6]|[1-9]).*")) {
            Charset charset = lookUp("ISO-8859-" + plain.replaceFirst("^iso8859(1[0-6]|[1-9]).*", "$1"));
            return charset == null || charset.equals(StandardCharsets.ISO_8859_1)
                    ? Charset.forName("windows-1252")
                    : charset;
        }
        return NOT_TOLD;
    }

    private static @Nullable Charset lookUp(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        } catch (IllegalArgumentException empty) {
            return null;
        }
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
