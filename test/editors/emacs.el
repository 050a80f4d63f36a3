;; Opens the file, waits for its problem, applies the first fix, saves and ends.
(require 'cl-lib)
(require 'flymake)

(defun wait-for (what is-there)
  (let ((end (+ (float-time) 30)))
    (while (not (funcall is-there))
      (when (> (float-time) end) (error "no %s" what))
      (accept-process-output nil 0.02))))

(find-file (getenv "ARTICLE"))
(run-hooks 'post-command-hook) ; eglot-ensure connects after a command, and in a script there is none.
(wait-for "server" (lambda () (eglot-current-server)))
(flymake-start)
(wait-for "problem" (lambda () (flymake-diagnostics)))
(goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
(let ((last-nonmenu-event t)) ; Otherwise the choice would be a menu of the mouse.
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _) (car (all-completions "" choices)))))
    (call-interactively #'eglot-code-actions)))
(wait-for "fix" #'buffer-modified-p)
(save-buffer)
(eglot-shutdown (eglot-current-server))
