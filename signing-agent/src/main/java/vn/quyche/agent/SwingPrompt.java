package vn.quyche.agent;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Asks in a window of its own, above the browser, which closes by itself when nobody is there. */
final class SwingPrompt implements Prompt {

    private static final int PATIENCE = 180_000;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;

    private final Words words;

    SwingPrompt(Words words) {
        this.words = words;
    }

    @Override
    public boolean pair(String origin, String school, String code) {
        AtomicReference<Boolean> said = new AtomicReference<>(false);
        onScreen(() -> {
            JTextArea text = text(words.text("pair", origin, school, code));
            said.set(ask(text, words.text("title"), words.text("allow"), words.text("deny")));
        });
        return said.get();
    }

    @Override
    public Optional<Answer> pin(Question question) {
        AtomicReference<Optional<Answer>> said = new AtomicReference<>(Optional.empty());
        onScreen(() -> said.set(window(question)));
        return said.get();
    }

    private Optional<Answer> window(Question question) {
        JPanel panel = new JPanel(new BorderLayout(8, 8));
        boolean signing = !question.lines().isEmpty();
        String head = signing
                ? words.text("sign", question.origin(), question.lines().size())
                : words.text("read", question.origin());
        String parts = question.parts() > 1 ? "\n" + words.text("parts", question.parts()) : "";
        panel.add(text(head + parts), BorderLayout.NORTH);
        if (signing) {
            Object[][] rows = question.lines().stream()
                    .map(line -> new Object[] {line.title(), line.hash()})
                    .toArray(Object[][]::new);
            JTable table = new JTable(rows, new Object[] {words.text("document"), words.text("hash")});
            table.setEnabled(false);
            JScrollPane scroll = new JScrollPane(table);
            scroll.setPreferredSize(new Dimension(WIDTH, HEIGHT));
            panel.add(scroll, BorderLayout.CENTER);
        }
        JComboBox<String> stores = new JComboBox<>(question.stores().toArray(String[]::new));
        JLabel tries = new JLabel();
        Runnable count = () -> tries.setText(words.text(
                "tries", stores.getSelectedItem(), question.triesLeft().get(stores.getSelectedIndex())));
        stores.addActionListener(event -> count.run());
        count.run();
        JPasswordField pin = new JPasswordField();
        JPanel entry = new JPanel(new GridLayout(0, 1, 4, 4));
        if (question.stores().size() > 1) {
            entry.add(stores);
        }
        JLabel label = new JLabel(words.text("pin"));
        label.setLabelFor(pin);
        entry.add(tries);
        entry.add(label);
        entry.add(pin);
        panel.add(entry, BorderLayout.SOUTH);
        boolean yes = ask(panel, words.text("title"), words.text(signing ? "do-sign" : "do-read"), words.text("deny"));
        char[] entered = pin.getPassword();
        pin.setText("");
        return yes && entered.length > 0
                ? Optional.of(new Answer((String) stores.getSelectedItem(), entered))
                : Optional.empty();
    }

    private static JTextArea text(String words) {
        JTextArea area = new JTextArea(words);
        area.setEditable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setColumns(60);
        area.setBorder(BorderFactory.createEmptyBorder());
        return area;
    }

    /** No is what is chosen unless somebody chooses otherwise. */
    private static boolean ask(JComponent what, String title, String yes, String no) {
        JOptionPane pane = new JOptionPane(
                what, JOptionPane.PLAIN_MESSAGE, JOptionPane.DEFAULT_OPTION, null, new Object[] {yes, no}, no);
        JDialog dialog = pane.createDialog(title);
        dialog.setAlwaysOnTop(true);
        Timer timer = new Timer(PATIENCE, event -> dialog.dispose());
        timer.setRepeats(false);
        timer.start();
        dialog.setVisible(true);
        timer.stop();
        dialog.dispose();
        return yes.equals(pane.getValue());
    }

    private static void onScreen(Runnable work) {
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
